using System.Globalization;
using System.Text;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Escalations;

/// <summary>A packet as Markdown, to be pasted wherever the engineers work. Words that others wrote cannot break the layout.</summary>
public static class EscalationMarkdown
{
    /// <summary>The whole packet. <paramref name="number"/> is the escalation's.</summary>
    public static string Write(long number, EscalationPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        var page = new StringBuilder();
        Head(page, number, packet);
        Connection(page, packet);
        Reasons(page, packet);
        Facts(page, packet);
        if (packet.Ehr?.IsLeftAlone() != true)
        {
            PacketMarkdownTables.Keys(page, packet.KeyHistory);
        }

        Errors(page, packet);
        Tried(page, packet);
        return Line(page, $"Checksum of the packet: `{packet.Checksum}`").ToString();
    }

    /// <summary>The packet as it was sent, and after it what engineers asked in their own words since, with the answers.</summary>
    public static string WithQuestions(Escalation escalation)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        if (escalation.Asked.Count == 0)
        {
            return escalation.PacketMarkdown;
        }

        var page = new StringBuilder(escalation.PacketMarkdown.TrimEnd('\n'));
        Section(Line(page, ""), "Asked since it was sent");
        foreach (var question in escalation.Asked)
        {
            Line(page, $"- {MarkdownText.Code(question.Text)} ({MarkdownText.Plain(question.AskedBy.Name)}, {Time(question.AskedAt)})");
            var answer = question.Answer is { } words ? $"{MarkdownText.Code(words)} ({MarkdownText.Plain(question.AnsweredBy?.Name)}, {Time(question.AnsweredAt)})" : "none";
            Line(page, $"  - Answer: {answer}");
        }

        return page.ToString();
    }

    internal static string Time(DateTimeOffset? at) =>
        at is { } time ? time.UtcDateTime.ToString("d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " UTC" : "unknown";

    // Who says so and when, as far as there is a when.
    private static string Said(FactSource from, string? by, DateTimeOffset? at) =>
        string.Join(", ", new[] { from == FactSource.Agent ? "agent" : "events", by is null ? null : MarkdownText.Plain(by), at is null ? null : Time(at) }.OfType<string>());

    internal static StringBuilder Line(StringBuilder page, string line) => page.Append(line).Append('\n');

    private static void Head(StringBuilder page, long number, EscalationPacket packet)
    {
        var clinic = packet.Organisation.Name ?? packet.Organisation.Id;
        Line(page, string.Create(CultureInfo.InvariantCulture, $"# Escalation {number}: {MarkdownText.Plain(clinic)}"));
        Line(page, "");
        Line(page, $"- **Criterion:** {Kebab.Name(packet.Criterion) ?? "none"}");
        Line(page, $"- **Verdict:** {Kebab.Name(packet.Verdict)} (playbook {MarkdownText.Plain(packet.PlaybookVersion)})");
        Line(page, string.Create(CultureInfo.InvariantCulture, $"- **Ticket:** {packet.Ticket}"));
        Line(page, $"- **Submitted:** {Time(packet.SubmittedAt)} by {MarkdownText.Plain(packet.SubmittedBy.Name)}");
        if (packet.ExposedKey is { } exposed)
        {
            Line(page, $"- **Key to be replaced:** a key was found in {MarkdownText.Plain(exposed.In)} of the ticket ({Time(exposed.At)}), and no new one has been saved since");
        }

        if (packet.Override is { } taken)
        {
            Line(page, $"- **Handed over by a lead although incomplete:** {MarkdownText.Code(taken.Reason)} ({MarkdownText.Plain(taken.By)}); missing: {Listed(taken.Missing)}");
        }
    }

    private static void Connection(StringBuilder page, EscalationPacket packet)
    {
        var organisation = packet.Organisation;
        Section(page, "Connection");
        Line(page, $"- **Organisation:** {MarkdownText.Code(organisation.Id)}");
        Line(page, $"- **EHR:** {Value(FactNames.Ehr, Kebab.Name(packet.Ehr)) ?? "unknown"}");
        if (packet.Ehr?.Profile().Places?.Kind == PlaceKind.Region || packet.NookalRegion is not null)
        {
            Line(page, $"- **Nookal region:** {Value(FactNames.NookalRegion, Kebab.Name(packet.NookalRegion)) ?? "unknown"}");
        }

        if (packet.Ehr?.Profile().Places?.Kind == PlaceKind.Shard || organisation.ClinikoShard is not null)
        {
            Line(page, $"- **Cliniko shard:** {MarkdownText.Plain(organisation.ClinikoShard ?? "unknown")}");
        }

        Line(page, $"- **Migrated:** {Time(organisation.MigratedAt)}");
        Line(page, $"- **State:** {Kebab.Name(organisation.Health)} since {Time(organisation.HealthSince)}. {MarkdownText.Plain(organisation.HealthReason)}");
        Line(page, $"- **Last success:** {(organisation.LastSuccessAt is null ? "none" : Time(organisation.LastSuccessAt))}");
    }

    private static void Reasons(StringBuilder page, EscalationPacket packet)
    {
        Section(page, "Why this verdict");
        foreach (var reason in packet.Because)
        {
            Line(page, $"- {Fact(reason.Fact, reason.Value)} ({Said(reason.From, null, reason.At)}{(!reason.Overruled ? "" : reason.From == FactSource.Events ? ", overruled by the agent" : ", before what the events show")})");
            Indented(page, "Evidence", reason.Evidence);
        }

        Nothing(page, packet.Because.Count);
    }

    private static void Facts(StringBuilder page, EscalationPacket packet)
    {
        Section(page, "What is known");
        foreach (var (name, fact) in packet.Facts)
        {
            Line(page, $"- {Fact(name, fact.Value)} ({Said(fact.From, fact.SaidBy, fact.At)})");
            Indented(page, "Evidence", fact.Evidence);
            Indented(page, "The events show otherwise", fact.Overruled is { } other ? $"{FactValueLabels.Of(name, other.Value) ?? other.Value}{(other.Evidence is null ? "" : $" ({other.Evidence})")}" : null);
        }

        Nothing(page, packet.Facts.Count);
    }

    private static void Errors(StringBuilder page, EscalationPacket packet)
    {
        Section(page, "Last errors");
        foreach (var error in packet.LastErrors)
        {
            Line(page, $"- {Time(error.At)}: {Kebab.Name(error.Kind)}{PacketMarkdownTables.Details(error)}");
            Indented(page, "Message", error.Message);
            Indented(page, "Correlation id", error.CorrelationId);
        }

        Nothing(page, packet.LastErrors.Count);
        if (packet.ErrorGroup is { } group)
        {
            Line(page, "");
            Line(page, string.Create(CultureInfo.InvariantCulture, $"**Error group:** {MarkdownText.Code(group.Title)}, seen {group.Events} times since {Time(group.FirstSeen)}, shared by {group.OtherOrganisations} other {(group.OtherOrganisations == 1 ? "organisation" : "organisations")} (group {MarkdownText.Code(group.Id)})"));
        }
    }

    private static void Tried(StringBuilder page, EscalationPacket packet)
    {
        Section(page, "What was tried");
        foreach (var step in packet.Steps)
        {
            Line(page, $"- [x] {MarkdownText.Plain(step.Text)} ({Time(step.At)}, {MarkdownText.Plain(step.By)})");
        }

        Nothing(page, packet.Steps.Count);
        Section(page, "Screenshots");
        foreach (var shot in packet.Screenshots)
        {
            Line(page, string.Create(CultureInfo.InvariantCulture, $"- {MarkdownText.Code(shot.FileName)}, {shot.Width} × {shot.Height}, {Time(shot.At)} (screenshot {MarkdownText.Code(shot.Id)} of the ticket)"));
        }

        Nothing(page, packet.Screenshots.Count);
        Line(page, "");
    }

    private static string Fact(string name, string value) => $"{MarkdownText.Plain(FactLabels.Of(name) ?? name)}: {MarkdownText.Code(Value(name, value)!)}";

    private static string? Value(string fact, string? value) => value is null ? null : FactValueLabels.Of(fact, value) ?? value;

    private static void Section(StringBuilder page, string title) => Line(Line(Line(page, ""), $"## {title}"), "");

    private static void Nothing(StringBuilder page, int count) => _ = count == 0 ? Line(page, "- none") : page;

    private static void Indented(StringBuilder page, string label, string? text) =>
        _ = string.IsNullOrWhiteSpace(text) ? page : Line(page, $"  - {label}: {MarkdownText.Code(text)}");

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names.Select(name => MarkdownText.Plain(FactLabels.Of(name) ?? name)));
}
