using Motics.Support.Core.Organisations.Import;
using Motics.Support.Core.Outreach;

namespace Motics.Support.Core.Wording;

public static partial class Labels
{
    /// <summary>"Has an open ticket: the reply belongs there".</summary>
    public static string Of(LeftOutWhy why) => why switch
    {
        LeftOutWhy.OpenTicket => "Has an open ticket: the reply belongs there",
        LeftOutWhy.Outage => "In an outage: a key would not help",
        LeftOutWhy.AskedLately => "Written to in the last three days",
        LeftOutWhy.Works => "Works: there is nothing to mend",
        LeftOutWhy.OtherEhr => "On another EHR: has no key to enter",
        LeftOutWhy.TwoFailedKeys => "Two keys were entered and failed: an engineer is due",
        LeftOutWhy.Disabled => "Switched off in Motics: a key would not help",
    };

    /// <summary>"Being made".</summary>
    public static string Of(OutreachState state) => state switch
    {
        OutreachState.Running => "Being made",
        OutreachState.Done => "Made",
        OutreachState.Undoing => "Being taken back",
        OutreachState.Undone => "Taken back",
    };

    /// <summary>"Ticket made".</summary>
    public static string Of(OutreachOutcome outcome) => outcome switch
    {
        OutreachOutcome.Made => "Ticket made",
        OutreachOutcome.LeftOut => "Left out",
        OutreachOutcome.TakenBack => "Taken back",
        OutreachOutcome.Stays => "Stays",
    };

    /// <summary>"New".</summary>
    public static string Of(ImportNews news) => news switch
    {
        ImportNews.New => "New",
        ImportNews.Changed => "Changed",
        ImportNews.Known => "Known already",
    };
}
