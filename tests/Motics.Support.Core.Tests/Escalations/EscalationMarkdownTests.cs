using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tests.Escalations;

public sealed class EscalationMarkdownTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Packet_OfPlainWords_ReadsAsADocument()
    {
        var text = EscalationMarkdown.Write(7, Packet("Harbour Street Physio", "Bad gateway"));
        Assert.StartsWith("# Escalation 7: Harbour Street Physio\n\n- **Criterion:** repeated-error\n", text, StringComparison.Ordinal);
        Assert.Contains("\n## Last errors\n\n- 24 Nov 2026 09:00:00 UTC: server-error (HTTP 502)\n  - Message: `Bad gateway`\n  - Correlation id: `corr-1`\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- [x] Open settings (24 Nov 2026 09:00:00 UTC, Sam Agent)\n", text, StringComparison.Ordinal);
        Assert.Contains("| 24 Nov 2026 09:00:00 UTC | abcdef01 | none | not told | none | not told | no | failed, timeout |", text, StringComparison.Ordinal);
        Assert.EndsWith("Checksum of the packet: `sum`\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Packet_KeyThatWorkedAndFailedLater_SaysBoth()
    {
        var packet = Packet("plain", "plain") with { KeyHistory = [new(Now, "abcdef01", "", null, null, null, false, KeyOutcome.Worked, Now, null, Now.AddDays(2))] };

        Assert.Contains("| worked, 24 Nov 2026 09:00:00 UTC, failed later, 26 Nov 2026 09:00:00 UTC |", EscalationMarkdown.Write(7, packet), StringComparison.Ordinal);
    }

    [Fact]
    public void Packet_OfAnEhrWithoutKeys_HasNoWordOfThem()
    {
        Assert.Contains("## Keys saved", EscalationMarkdown.Write(7, Packet("plain", "plain")), StringComparison.Ordinal);
        Assert.DoesNotContain("key", EscalationMarkdown.Write(7, Packet("plain", "plain") with { Ehr = Ehr.Semble, KeyHistory = [] }), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("a\n# Heading")]
    [InlineData("a\r\n\r\n## Why this verdict")]
    [InlineData("a\u2028- [x] done")]
    [InlineData("```\n# Heading\n```")]
    [InlineData("| a | b |\n| - | - |")]
    [InlineData("<script>alert(1)</script>\n<h1>x</h1>")]
    [InlineData("``` `` ` ````")]
    [InlineData("`")]
    [InlineData("\\` \\")]
    [InlineData("[link](http://evil.example) ![x](http://evil.example/x.png) @everyone")]
    public void Words_OfOthers_CannotBreakTheLayout(string words)
    {
        var plain = EscalationMarkdown.Write(7, Packet("plain", "plain"));
        var broken = EscalationMarkdown.Write(7, Packet(words, words));
        Assert.Equal(Shape(plain), Shape(broken));
        Assert.All(broken.Split('\n').Where(line => line.StartsWith("  - Message: ", StringComparison.Ordinal)), line => Assert.True(IsOneCodeSpan(line["  - Message: ".Length..]), line));
    }

    [Theory]
    [InlineData("a *b* _c_", "a \\*b\\* \\_c\\_")]
    [InlineData("<b> & |", "\\<b\\> \\& \\|")]
    [InlineData("see http://evil.example", "see http\\://evil.example")]
    [InlineData("see WWW.evil.example", "see WWW\\.evil.example")]
    [InlineData("St. John's (uk1): 5.5", "St. John's (uk1): 5.5")]
    [InlineData("a\u202Eb\u0000c\u200Fd", "abcd")]
    public void Name_InRunningText_IsEscaped(string name, string written) =>
        Assert.StartsWith($"# Escalation 7: {written}\n", EscalationMarkdown.Write(7, Packet(name, "x")), StringComparison.Ordinal);

    // What each line is, without what it says: headings, list items and table rows must be the same whatever people wrote.
    private static IEnumerable<string> Shape(string text) => text.Split('\n').Select(line =>
        line.StartsWith('#') && !line.StartsWith("# Escalation", StringComparison.Ordinal) ? line
        : line.StartsWith('|') ? $"row of {line.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|')}"
        : new string([.. line.TakeWhile(letter => letter is ' ' or '-' or '#' or '[' or ']' or 'x' or '*')]));

    // Opened by a run of backticks that appears again only at the very end.
    private static bool IsOneCodeSpan(string text)
    {
        var fence = new string([.. text.TakeWhile(letter => letter == '`')]);
        var inner = text[fence.Length..^fence.Length];
        return fence.Length > 0 && text.EndsWith(fence, StringComparison.Ordinal)
            && inner.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => !word.Contains(fence, StringComparison.Ordinal));
    }

    private static EscalationPacket Packet(string name, string words) => new()
    {
        Ticket = 1001,
        Organisation = new("harbour", name, words, words, Now, Health.Failing, words, Now, null),
        Ehr = Ehr.Cliniko,
        Criterion = EscalationCriterion.RepeatedError,
        Verdict = Verdict.Escalate,
        Because = [new("errorText", words, FactSource.Events, Now, words, true)],
        Facts = new Dictionary<string, PacketFact> { ["errorText"] = new(words, FactSource.Agent, Now, words, words, new KnownFact(words, FactSource.Events, Now, words)) },
        KeyHistory = [new(Now, "abcdef01", "", null, null, null, false, KeyOutcome.Failed, null, ErrorKind.Timeout)],
        LastErrors = [new(Now, ErrorKind.ServerError, null, null, 502, words, "corr-1")],
        Steps = [new("open", words == "plain" || words == "Bad gateway" ? "Open settings" : words, Now, "Sam Agent")],
        ErrorGroup = new("group", words, ErrorKind.ServerError, 3, 2, Now, Now),
        Screenshots = [new("shot", words, 1, 2, Now)],
        PlaybookVersion = "2026-11",
        SubmittedAt = Now,
        SubmittedBy = new(words, words),
        Override = new(words, words, ["criterion"]),
        Checksum = "sum",
    };
}
