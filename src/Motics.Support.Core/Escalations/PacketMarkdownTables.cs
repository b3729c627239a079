using System.Globalization;
using System.Text;

namespace Motics.Support.Core.Escalations;

/// <summary>The parts of a packet's Markdown that hold values of closed sets only, where a table is safe.</summary>
internal static class PacketMarkdownTables
{
    /// <summary>The key history.</summary>
    public static void Keys(StringBuilder page, IReadOnlyList<PacketKey> keys)
    {
        EscalationMarkdown.Line(page, "");
        EscalationMarkdown.Line(page, "## Keys saved");
        EscalationMarkdown.Line(page, "");
        if (keys.Count == 0)
        {
            EscalationMarkdown.Line(page, "- none");
            return;
        }

        EscalationMarkdown.Line(page, "| Saved | Key | Ending | Kind | Region | By | Same as before | Outcome |");
        EscalationMarkdown.Line(page, "| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var key in keys)
        {
            EscalationMarkdown.Line(page, Row(key));
        }
    }

    /// <summary>HTTP status, code and operation of an error, as far as known.</summary>
    public static string Details(PacketError error)
    {
        var parts = new[]
        {
            Kebab.Name(error.Operation),
            error.HttpStatus is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}") : null,
            error.Code is null ? null : $"code {MarkdownText.Code(error.Code)}",
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    private static string Row(PacketKey key) => string.Join(" | ", new[]
    {
        "| " + EscalationMarkdown.Time(key.SavedAt),
        MarkdownText.Plain(key.Fingerprint),
        key.Suffix switch { null => "not told", "" => "none", var suffix => MarkdownText.Plain(suffix) },
        Kebab.Name(key.KeyType) ?? "not told",
        Kebab.Name(key.NookalRegion) ?? "none",
        Kebab.Name(key.ActorRole) ?? "not told",
        key.Unchanged ? "yes" : "no",
        $"{Outcome(key)} |",
    });

    // Packets from before stories were frozen with them say it in the words of the wire.
    private static string Outcome(PacketKey key) => string.Join(", ", new[]
    {
        key.Story is { } story ? MarkdownText.Plain(story) : Kebab.Name(key.Outcome),
        key.Story is null ? Kebab.Name(key.OutcomeKind) : null,
        key.OutcomeAt is { } at ? EscalationMarkdown.Time(at) : null,
        key.FailedLaterAt is { } later ? $"failed later, {EscalationMarkdown.Time(later)}" : null,
    }.OfType<string>());
}
