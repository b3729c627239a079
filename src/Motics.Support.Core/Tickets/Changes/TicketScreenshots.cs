using System.Globalization;
using Motics.Support.Core.Tickets.Keys;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>Screenshots of a ticket: how many, and what of their names is kept.</summary>
internal static class TicketScreenshots
{
    public const int Most = 10;

    private const int LongestExtension = 5;

    public static Refusal? Add(TicketWork work, string? fileName, CleanImage image)
    {
        if (!work.Ticket.IsOpen)
        {
            return TicketStates.IsClosed;
        }

        if (work.File.Screenshots.Count >= Most)
        {
            return new Refusal.Conflict(string.Create(CultureInfo.InvariantCulture, $"The ticket has {Most} screenshots already."));
        }

        var id = Guid.CreateVersion7(work.Now).ToString();
        var shot = new Screenshot(id, Name(work, fileName, image), image.ContentType, image.Width, image.Height, image.Bytes.Length, work.Now, work.By);
        work.Screenshot = new(shot, image.Bytes);
        work.Log(TicketActivityKind.ScreenshotAdded, "added a screenshot");
        work.Audit("ticket.screenshot", Words(shot));
        work.Touch();
        return null;
    }

    /// <summary>What a screenshot is, for the audit: an id would be masked as a key, and a file's name may be a patient's.</summary>
    public static string Words(Screenshot shot) =>
        string.Create(CultureInfo.InvariantCulture, $"{(shot.ContentType == "image/png" ? "PNG" : "JPEG")}, {shot.Width} × {shot.Height}, {Math.Max(1, shot.Size / 1024)} kB");

    // Only ever shown; the type in the name follows the picture, not the upload.
    private static string Name(TicketWork work, string? fileName, CleanImage image)
    {
        var last = (fileName ?? "").Split('/', '\\')[^1];
        var stem = new string([.. last.Where(letter => !char.IsControl(letter))]);
        stem = stem.LastIndexOf('.') is > 0 and var dot ? stem[..dot] : stem;
        var masked = TicketText.Optional("file", TextCut.Marked(stem, TicketText.FileNameLength - LongestExtension), TicketText.FileNameLength);
        var name = masked.Done ? work.Take(masked.Value, ExposedIn.FileName, fileName) : "";
        return (name.Length > 0 ? name : "screenshot") + (image.ContentType == "image/png" ? ".png" : ".jpg");
    }
}
