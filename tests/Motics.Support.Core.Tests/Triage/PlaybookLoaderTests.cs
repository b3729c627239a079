using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Each mistake is made in the playbook that ships, so that nothing else is wrong with it.</summary>
public sealed class PlaybookLoaderTests
{
    private static readonly string Good = PlaybookLoader.EmbeddedText().ReplaceLineEndings("\n");

    private static IReadOnlyList<PlaybookMistake> Mistakes(string yaml) => PlaybookLoader.Read(yaml, "rules.yaml").Mistakes;

    private static string With(string from, string to)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(from, StringComparison.Ordinal);
        return Good[..at] + to + Good[(at + from.Length)..];
    }

    private static int LineOf(string text) => Good[..Good.IndexOf(text, StringComparison.Ordinal)].Count(sign => sign == '\n') + 1;

    [Fact]
    public void Read_ThePlaybookThatShips_HasNoMistakes()
    {
        Assert.Empty(Mistakes(Good));
        Assert.Equal(Cases.Playbook.Version, PlaybookLoader.Read(Good, "rules.yaml").Playbook!.Version);
    }

    [Theory]
    [InlineData("{ ehr: [meddbase, semble] }", "{ ehr: [medbase, semble] }", "“medbase” is no value of ehr")]
    [InlineData("{ ehr: [meddbase, semble] }", "{ EHR: [meddbase, semble] }", "“EHR” is no fact")]
    [InlineData("- patientSearch: none-recognised", "- patientSearch: maybe", "“maybe” is no value of patientSearch")]
    [InlineData("- kinds: [no-patients-recognised]", "- kinds: [nobody]", "“nobody” is no error kind")]
    [InlineData("{ repeatedFailures: { at-least: 3 } }", "{ repeatedFailures: { at-least: many } }", "must be a whole number")]
    [InlineData("{ repeatedFailures: { at-least: 3 } }", "{ repeatedFailures: 3 }", "“3” is no value of repeatedFailures")]
    [InlineData("term: [one-missing, no-key-kind]", "term: [one-mising, no-key-kind]", "“one-mising” is no term")]
    [InlineData("verdict: not-cliniko-or-nookal", "verdict: no-idea", "“no-idea” is no verdict")]
    [InlineData("criterion: key-not-accessible", "criterion: because", "“because” is no criterion")]
    [InlineData("kind: key-shown-once", "kind: shown-once", "“shown-once” is no kind")]
    [InlineData("steps: close", "steps: clsoe", "“clsoe” is no list of steps")]
    [InlineData("source: ehr-connections-article", "source: somewhere", "“somewhere” is no source")]
    [InlineData("title: Nothing is lost", "title: \"\"", "“title” must be a text and not empty")]
    [InlineData("id: close-tell", "id: close-ticket", "another step with the id “close-ticket”")]
    [InlineData("- id: reassure\n", "- id: resolved\n", "another rule with the id “resolved”")]
    [InlineData("{ id: switch-on-enable, text:", "{ id: switch-on-enable, txt:", "“text” is missing")]
    [InlineData("  - fact: symptom\n", "  - fact: symptoms\n", "“symptoms” is no fact")]
    [InlineData("      - { value: not-tried, label: Not tried }\n", "", "no option for not-tried")]
    [InlineData("checked: 2026-11-24 }", "checked: yesterday }", "must be a date")]
    [InlineData("looks to be at {ehr}, not", "looks to be at {her}, not", "“{her}” is no placeholder")]
    [InlineData("    resolved: \"It is good", "    resolvd: \"It is good", "“resolvd” is not known here")]
    [InlineData("text: Which EHR does the clinic use?", "text: Does the clinic use {ehr}?", "can hold no placeholder")]
    [InlineData("asks: [moticsRole]", "asks: [role]", "“role” is no fact")]
    [InlineData("      - { list: change-person }\n", "", "No rule uses the steps “change-person”")]
    [InlineData("- { list: ask-role, when: { moticsRole: unknown } }", "- { list: ask-role }", "are never taken")]
    [InlineData("when: { case: key-exposed }", "when: { case: key-shown }", "“key-shown” is nothing that a case is in; one of connected, complaint, key-exposed, screenshot, ")]
    [InlineData("when: { case: key-exposed }", "when: { case: [] }", "A case is in one or more of")]
    [InlineData("case-without: complaint }", "case-without: complaints }", "“complaints” is nothing that a case is in")]
    [InlineData("reply: none", "reply: nothing", "“reply” can only be none")]
    [InlineData("id: replace-exposed-key, for: agent", "id: close-tell, for: agent", "another step with the id “close-tell”")]
    [InlineData("when: { case-without: wait-over }", "when: { case-without: wait-ovr }", "“wait-ovr” is nothing that a case is in")]
    [InlineData("no-error-to-show: { errorText: unknown,", "no-error-to-show: { errorText: none,", "of a text a condition can only say “unknown”")]
    [InlineData("when: { term: no-error-to-show }", "when: { term: no-error }", "“no-error” is no term")]
    [InlineData("id: wait-retry, when: { case: wait-over }", "id: wait-retry, when: { kinds-without: [server-error, rate-limited, timeout, ehr-unavailable] }", "No case ever needs this step")]
    [InlineData("    also: { symptom: worried-about-data }", "    also: { symptom: worried }", "“worried” is no value of symptom")]
    [InlineData("when: { ehr: [meddbase, semble] }", "when: { kinds-with: [timeout] }", "no fact and no other part of a condition")]
    public void Read_OneMistake_IsReportedWithFileAndLine(string from, string to, string message)
    {
        var mistakes = Mistakes(With(from, to));
        var mistake = mistakes.First(candidate => candidate.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal("rules.yaml", mistake.File);
        Assert.StartsWith($"rules.yaml:{mistake.Line}: ", mistake.ToString(), StringComparison.Ordinal);
        Assert.InRange(mistake.Line, 1, Good.Count(sign => sign == '\n'));
    }

    [Fact]
    public void Read_UnknownValue_NamesItsLine()
    {
        var mistake = Assert.Single(Mistakes(With("{ ehr: [meddbase, semble] }", "{ ehr: [meddbase, sembel] }")));
        Assert.Equal(LineOf("{ ehr: [meddbase, semble] }"), mistake.Line);
    }

    [Fact]
    public void Read_SeveralMistakes_ReportsAllAtOnceInOrder()
    {
        var yaml = With("checked: 2026-11-24 }", "checked: never }")
            .Replace("verdict: reassure", "verdict: calm", StringComparison.Ordinal)
            .Replace("id: close-tell", "id: close-ticket", StringComparison.Ordinal)
            .Replace("  - fact: keyUnchanged", "  - fact: sameKey", StringComparison.Ordinal);
        var mistakes = Mistakes(yaml);
        Assert.Equal(4, mistakes.Count);
        Assert.Equal(mistakes.OrderBy(mistake => mistake.Line), mistakes);
    }

    [Fact]
    public void Read_NoYaml_IsReportedWithItsLine()
    {
        var mistake = Assert.Single(Mistakes("version: \"1\"\nrules: [\n  - a: b: c\n"));
        Assert.Contains("no proper YAML", mistake.Message, StringComparison.Ordinal);
        Assert.InRange(mistake.Line, 2, 4);
    }

    [Fact]
    public void Read_DamagedPlaybooks_AreReportedAndNeverThrow()
    {
        var random = new Random(5);
        for (var round = 0; round < 150; round++)
        {
            var at = random.Next(Good.Length);
            var damaged = (round % 3) switch
            {
                0 => Good[..at],
                1 => Good[..at] + "{[:\"}&*!|>'%@`"[random.Next(14)] + Good[at..],
                _ => Good[..at] + Good[Math.Min(Good.Length, at + random.Next(1, 40))..],
            };
            var reading = PlaybookLoader.Read(damaged, "damaged.yaml");
            Assert.Equal(reading.Playbook is null, reading.Mistakes.Count > 0);
            Assert.All(reading.Mistakes, mistake => Assert.InRange(mistake.Line, 1, damaged.Count(sign => sign == '\n') + 2));
        }
    }

    [Theory]
    [InlineData("a: [1\nb: }")]
    [InlineData("version: 1\nversion: 2\n")]
    [InlineData("a: &x [*x]")]
    [InlineData("? [a, b]\n: c\n")]
    [InlineData("--- 1\n--- 2\n")]
    [InlineData("version: !!binary x")]
    public void Read_OddYaml_IsReported(string yaml) => Assert.NotEmpty(Mistakes(yaml));

    [Fact]
    public void Read_NothingOrSomethingElse_IsReported()
    {
        Assert.NotEmpty(Mistakes(""));
        Assert.NotEmpty(Mistakes("- just\n- a list\n"));
        Assert.NotEmpty(Mistakes("rules: none"));
    }

    [Fact]
    public void Read_RuleAfterOneThatAlwaysHolds_CanNeverWin()
    {
        var mistakes = Mistakes(With("when: { retriedAfterReentry: works }", "when: always"));
        Assert.Contains(mistakes, mistake => mistake.Message.Contains("“reassure” can never win: a rule before it holds always", StringComparison.Ordinal));
        Assert.DoesNotContain(mistakes, mistake => mistake.Message.Contains("“single-patient” can never win", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_RuleCoveredByOthersTogether_CanNeverWin()
    {
        // Three rules before it take every role there is, and the unknown one.
        var extra = """
              - id: any-role
                verdict: reassure
                title: Never
                when: { symptom: integration-not-visible }
                steps: reassure
                source: support-practice


            """;
        var mistake = Assert.Single(Mistakes(With("  - id: single-patient\n", extra + "  - id: single-patient\n")));
        Assert.Contains("“any-role” can never win", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(LineOf("  - id: single-patient\n"), mistake.Line);
    }

    [Fact]
    public void Read_RuleThatContradictsItself_CanNeverWin() =>
        Assert.Contains(
            Mistakes(With("when: { keyAccess: admin-cannot-help }", "when: { all: [{ keyAccess: admin-cannot-help }, { keyAccess: has-key }] }")),
            mistake => mistake.Message.Contains("“key-not-accessible” can never win", StringComparison.Ordinal));

    [Fact]
    public void Read_LastRuleWithACondition_LeavesCasesWithoutAVerdict() =>
        Assert.Contains(Mistakes(With("when: always\n", "when: { migrated: true }\n")), mistake => mistake.Message.Contains("last rule must hold", StringComparison.Ordinal));

    [Fact]
    public void Read_EscalationWithoutCriterion_IsReported() =>
        Assert.Contains(Mistakes(With("    criterion: integration-not-visible\n", "")), mistake => mistake.Message.Contains("has a criterion", StringComparison.Ordinal));

    [Theory]
    [InlineData("Please send us your API key and we will look.")]
    [InlineData("Reply with the key that you see.")]
    [InlineData("Could you paste the key here?")]
    [InlineData("Tell us the key's last characters.")]
    [InlineData("You can e-mail the new key to us.")]
    [InlineData("What is your API key?")]
    [InlineData("We need your key to look into this.")]
    public void Read_ReplyThatAsksForAKey_IsRefused(string words)
    {
        var mistakes = Mistakes(With("reassure: \"Please do not worry: nothing was lost.\"", $"reassure: \"{words}\""));
        Assert.Contains(mistakes, mistake => mistake.Message.Contains("asks the clinic to send or show a key", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_StepForTheClinicThatAsksForAKey_IsRefused() =>
        Assert.Contains(
            Mistakes(With("text: \"Tell us whether those are found\"", "text: \"Send the key to us\"")),
            mistake => mistake.Message.Contains("asks the clinic to send or show a key", StringComparison.Ordinal));

    [Fact]
    public void ReadFile_NoSuchFile_IsAMistakeAndNoException()
    {
        var mistake = Assert.Single(PlaybookLoader.ReadFile("no-such-playbook.yaml").Mistakes);
        Assert.Equal(("no-such-playbook.yaml", 1), (mistake.File, mistake.Line));
    }

    [Fact]
    public void Embedded_EveryRuleAndStep_HasASourceWithADate() =>
        Assert.All(
            Cases.Playbook.Rules.Select(rule => rule.Source).Concat(Cases.Playbook.StepLists.SelectMany(list => list.Steps).Select(step => step.Source)),
            source => Assert.True(source.LastChecked > new DateOnly(2026, 1, 1) && source.Title.Length > 0));

    [Fact]
    public void Describe_Condition_InNamesAndInWords()
    {
        var when = Cases.Playbook.Rules.Single(rule => rule.Id == "check-role").When;
        Assert.Equal("symptom is integration-not-visible, and moticsRole is member or observer or unknown", when.Describe());
        Assert.Equal("“What the clinic sees” is cannot see the integration, and “Role in Motics” is member or observer or unknown", Playbook.Describe(when));
        Assert.Equal(
            "the events say that it is connected, and nobody has said yet that anything is wrong",
            Playbook.Describe(Cases.Playbook.Rules.Single(rule => rule.Id == "connected").When));
        Assert.Equal("always", Playbook.Describe(Cases.Playbook.Rules[^1].When));
    }
}
