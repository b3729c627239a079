using MudBlazor;

namespace Motics.Support.Portal.Components.Shared;

/// <summary>The drawings in use, by what they mean. Inside of an SVG of 24 by 24.</summary>
public static class Glyph
{
    public const string Ok = Icons.Material.Rounded.Check;
    public const string Cross = Icons.Material.Rounded.Close;
    public const string Stop = Icons.Material.Rounded.DoNotDisturbOn;
    public const string Warning = Icons.Material.Rounded.Warning;
    public const string Unproven = Icons.Material.Rounded.HourglassEmpty;
    public const string Unknown = Icons.Material.Rounded.QuestionMark;
    public const string Again = Icons.Material.Rounded.Replay;
    public const string Silent = Icons.Material.Rounded.HorizontalRule;
    public const string Off = Icons.Material.Rounded.PowerSettingsNew;
    public const string Incident = """<path d="M12 2 22 12 12 22 2 12Zm0 5.5L7.5 12l4.5 4.5 4.5-4.5Z" fill-rule="evenodd"/>""";
    public const string Live = """<circle cx="12" cy="12" r="6"/>""";
    public const string New = Icons.Material.Rounded.FiberNew;
    public const string Open = Icons.Material.Rounded.RadioButtonChecked;
    public const string Wait = Icons.Material.Rounded.Schedule;
    public const string Up = Icons.Material.Rounded.NorthEast;
    public const string Reply = Icons.Material.Rounded.Reply;
    public const string Archive = Icons.Material.Rounded.Inventory2;
    public const string Copy = Icons.Material.Rounded.ContentCopy;
    public const string Search = Icons.Material.Rounded.Search;
    public const string Menu = Icons.Material.Rounded.Menu;
    public const string Sun = Icons.Material.Rounded.LightMode;
    public const string Moon = Icons.Material.Rounded.DarkMode;
    public const string SignOut = Icons.Material.Rounded.Logout;
    public const string Down = Icons.Material.Rounded.ExpandMore;
    public const string Ascending = Icons.Material.Rounded.ArrowDropUp;
    public const string Descending = Icons.Material.Rounded.ArrowDropDown;
    public const string Flag = Icons.Material.Rounded.Flag;
    public const string Info = Icons.Material.Rounded.Info;
    public const string Organisation = Icons.Material.Rounded.LocalHospital;
    public const string Ticket = Icons.Material.Rounded.ConfirmationNumber;
    public const string Escalation = Icons.Material.Rounded.Engineering;
    public const string Empty = Icons.Material.Rounded.Inbox;
    public const string Lock = Icons.Material.Rounded.Lock;
    public const string Lost = Icons.Material.Rounded.Explore;
    public const string Only = Icons.Material.Rounded.FilterList;
    public const string External = Icons.Material.Rounded.OpenInNew;
}
