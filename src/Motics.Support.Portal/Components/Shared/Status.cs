using Motics.Support.Core.Escalations;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Wording;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Shared;

/// <summary>The colour of a state. Each stands for one meaning everywhere.</summary>
public enum Tone { Mute, Ok, Warn, Bad, Incident, Brand }

/// <summary>How a state looks: colour, drawing and word together, never one alone.</summary>
/// <param name="Tone">Colour.</param>
/// <param name="Icon">Drawing, from <see cref="Glyph"/>.</param>
/// <param name="Word">What is read.</param>
public sealed record Status(Tone Tone, string Icon, string Word)
{
    public static Status Of(Health health) => health switch
    {
        Health.NeedsKey => new(Tone.Bad, Glyph.Stop, Labels.Of(health)),
        Health.Failing => new(Tone.Warn, Glyph.Warning, Labels.Of(health)),
        Health.Connected => new(Tone.Ok, Glyph.Ok, Labels.Of(health)),
        Health.Unverified => new(Tone.Mute, Glyph.Unproven, Labels.Of(health)),
        Health.Disabled => new(Tone.Mute, Glyph.Off, Labels.Of(health)),
        Health.NotApplicable => new(Tone.Mute, Glyph.Info, Labels.Of(health)),
        _ => new(Tone.Mute, Glyph.Unknown, Labels.Of(health)),
    };

    public static Status Of(MigrationState state) => state switch
    {
        MigrationState.Connected => new(Tone.Ok, Glyph.Ok, Labels.Of(state)),
        MigrationState.NeedsKey => new(Tone.Bad, Glyph.Stop, Labels.Of(state)),
        MigrationState.Silent => new(Tone.Bad, Glyph.Silent, Labels.Of(state)),
        MigrationState.Failing => new(Tone.Warn, Glyph.Warning, Labels.Of(state)),
        MigrationState.Relapsed => new(Tone.Warn, Glyph.Again, Labels.Of(state)),
        MigrationState.Outage => new(Tone.Incident, Glyph.Incident, Labels.Of(state)),
        MigrationState.Unverified => new(Tone.Mute, Glyph.Unproven, Labels.Of(state)),
        MigrationState.Disabled => new(Tone.Mute, Glyph.Off, Labels.Of(state)),
        MigrationState.NotMigrated => new(Tone.Mute, Glyph.Wait, Labels.Of(state)),
        MigrationState.NotApplicable => new(Tone.Mute, Glyph.Info, Labels.Of(state)),
        _ => new(Tone.Mute, Glyph.Unknown, Labels.Of(state)),
    };

    /// <summary>The same in one word, where a row has little room.</summary>
    public static Status Brief(MigrationState state) => Of(state) with { Word = Words.Brief(state) };

    public static Status Of(IncidentStatus status) => status == IncidentStatus.Over
        ? new(Tone.Mute, Glyph.Incident, Labels.Of(status))
        : new(Tone.Incident, Glyph.Incident, Labels.Of(status));

    public static Status Of(TicketStatus status) => status switch
    {
        TicketStatus.New => new(Tone.Brand, Glyph.New, Labels.Of(status)),
        TicketStatus.Open => new(Tone.Brand, Glyph.Open, Labels.Of(status)),
        TicketStatus.WaitingOnClinic => new(Tone.Warn, Glyph.Wait, Labels.Of(status)),
        TicketStatus.Escalated => new(Tone.Incident, Glyph.Up, Labels.Of(status)),
        TicketStatus.Resolved => new(Tone.Ok, Glyph.Ok, Labels.Of(status)),
        _ => new(Tone.Mute, Glyph.Archive, Labels.Of(status)),
    };

    public static Status Of(EscalationStatus status) => status switch
    {
        EscalationStatus.Submitted => new(Tone.Brand, Glyph.Up, Labels.Of(status)),
        EscalationStatus.Accepted => new(Tone.Incident, Glyph.Escalation, Labels.Of(status)),
        EscalationStatus.NeedsInfo => new(Tone.Warn, Glyph.Reply, Labels.Of(status)),
        _ => new(Tone.Ok, Glyph.Ok, Labels.Of(status)),
    };

    /// <summary>What followed a key entry, with the time it took or lasted.</summary>
    public static Status Of(KeyStory story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story.Ending switch
        {
            KeyEnding.Works or KeyEnding.Worked => new(Tone.Ok, Glyph.Ok, story.Text),
            KeyEnding.EndedByMigration or KeyEnding.SwitchedOff => new(Tone.Mute, Glyph.Off, story.Text),
            KeyEnding.FailedLater => new(Tone.Warn, Glyph.Warning, story.Text),
            KeyEnding.Failed => new(Tone.Bad, Glyph.Cross, story.Text),
            _ => new(Tone.Mute, Glyph.Unproven, story.Text),
        };
    }
}

/// <summary>Class names of the tones in <c>css/parts.css</c>.</summary>
public static class Tones
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Ok => "ok",
        Tone.Warn => "warn",
        Tone.Bad => "bad",
        Tone.Incident => "inc",
        Tone.Brand => "brand",
        _ => "",
    };
}
