using System.Text.RegularExpressions;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Reading;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>All replies there can be: every rule with every choice of its steps, each EHR, role and clinic in session or not, before and after the engineers had it.</summary>
public sealed partial class ReplyComposerTests
{
    private static readonly Playbook Playbook = Cases.Playbook;

    private static readonly string[] EveryQuestion = [.. Playbook.Questions.Select(question => question.Fact.Name)];

    private static IEnumerable<(string Case, string Reply)> All()
    {
        var evaluations = Playbook.Rules.SelectMany(rule => rule.Steps.Select(choice => (rule, choice.List)));
        foreach (var (rule, list) in evaluations)
        {
            foreach (var facts in Facts())
            {
                var kase = Cases.Of(facts, new CaseContext { ClinikoShard = "uk1", SiteRegion = NookalRegion.Eu });
                var evaluation = Evaluation(rule, list, kase);
                yield return ($"{rule.Id} {list.Id} {facts}", ReplyComposer.Compose(Playbook, kase, evaluation));
                yield return ($"{rule.Id} {list.Id} {facts} resolved", ReplyComposer.Compose(Playbook, kase, evaluation, engineersDone: true));
                yield return ($"{rule.Id} {list.Id} {facts} asked", ReplyComposer.Compose(Playbook, kase, evaluation, engineersAsk: EveryQuestion));
            }
        }
    }

    private static IEnumerable<string> Facts() =>
        from ehr in new[] { "", "ehr=cliniko", "ehr=nookal", "ehr=meddbase", "ehr=semble" }
        from role in Kebab.All<Core.Events.MoticsRole>().Select(role => $"moticsRole={role}").Append("")
        from busy in new[] { "", "inClinicNow=true;worriedAboutLosingWork=true" }
        select $"{ehr};{role};{busy};migrated=true;patientSearch=none-recognised";

    // The evaluation that this rule would give with these steps, with everything asked for that it can ask for.
    private static Evaluation Evaluation(VerdictRule rule, StepList list, CaseFacts facts) => Playbook.Evaluate(facts) with
    {
        Verdict = rule.Verdict,
        Criterion = rule.Criterion,
        Steps = [.. list.Steps.Select(step => new EvaluatedStep(
            step.Id, Playbook.Placeholders.Fill(step.Text, facts), step.Detail is null ? null : Playbook.Placeholders.Fill(step.Detail, facts), step.Source, step.ForClinic))],
        Missing = rule.AsksDecidingQuestion ? [.. Playbook.Questions.Select(question => question.Fact.Name)] : [.. rule.Asks.Select(ask => ask.Fact)],
    };

    [Fact]
    public void Compose_AnyReply_NeverAsksToSendAKeyAndSaysSoWhereAKeyIsSpokenOf()
    {
        var replies = All().ToList();
        Assert.True(replies.Count > 1000);
        Assert.All(replies, pair =>
        {
            Assert.False(TextCheck.AsksForKey(pair.Reply), pair.Case);
            Assert.False(Asking().IsMatch(pair.Reply.Replace(Playbook.Replies.NeverSendKey, "", StringComparison.Ordinal)), pair.Case);
            Assert.Equal(Key().IsMatch(pair.Reply), pair.Reply.Contains(Playbook.Replies.NeverSendKey, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Compose_AnyReply_IsWholeSentencesWithoutPlaceholdersAndIds() =>
        Assert.All(All(), pair =>
        {
            Assert.DoesNotContain('{', pair.Reply);
            Assert.DoesNotContain("\n\n\n", pair.Reply, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b[a-z]+-[a-z]+-[a-z]+\b(?<!step-by-step)", pair.Reply);
            Assert.EndsWith(Playbook.Replies.Closing, pair.Reply, StringComparison.Ordinal);
        });

    [Fact]
    public void Compose_ClinicInSession_GetsTheWayOutBeforeEverythingElse()
    {
        var reply = ReplyComposer.Compose(Playbook, Cases.Of("inClinicNow=true;ehr=cliniko;symptom=disconnected"));
        Assert.Equal(1, Array.FindIndex(reply.Split("\n\n"), part => part.Contains("Copy with preserved line breaks", StringComparison.Ordinal)));
        Assert.DoesNotContain("preserved", ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko;symptom=disconnected")), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_ConfirmedIncident_SpeaksOfNoKeyAtAll()
    {
        foreach (var facts in Facts())
            Assert.DoesNotMatch(Key(), ReplyComposer.Compose(Playbook, Cases.Of($"{facts};providerIncident=confirmed;symptom=authentication-failed")));
    }

    [Theory]
    [InlineData("member", "pass this on")]
    [InlineData("observer", "pass this on")]
    [InlineData("owner", null)]
    [InlineData(null, "if you are none of these")]
    public void Compose_RoleOfTheReader_DecidesWhoIsAsked(string? role, string? words)
    {
        var reply = ReplyComposer.Compose(Playbook, Cases.Of($"ehr=nookal;symptom=disconnected{(role is null ? "" : $";moticsRole={role}")}"));
        if (words is null)
            Assert.DoesNotContain("pass", reply, StringComparison.Ordinal);
        else
            Assert.Contains(words, reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_ReconnectNookal_HasTheExactStepsInOrderWithTheClinicsRegion()
    {
        var reply = ReplyComposer.Compose(Playbook, Cases.Of("ehr=nookal;symptom=disconnected", new CaseContext { SiteRegion = NookalRegion.Eu }));
        var order = new[] { "1. In Motics, open Settings > Integrations > Nookal", "v3 Basic Key", "Clinical Notes", "Enabled", "Paste the key into Motics", "Nookal site: EU", "do the same thing again" }
            .Select(words => reply.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void Compose_EngineersAskBack_SaysWhatTheyNeedAndHandsNothingOver()
    {
        var facts = Cases.Of("ehr=cliniko;symptom=integration-not-visible;moticsRole=owner");
        var evaluation = Playbook.Evaluate(facts);
        var reply = ReplyComposer.Compose(Playbook, facts, evaluation, engineersAsk: ["usingCopyPaste"]);
        Assert.Contains($"{Playbook.Replies.EngineersAsk}\n\n- Are you copying and pasting", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("handing", reply, StringComparison.Ordinal);
        Assert.Contains("handing", ReplyComposer.Compose(Playbook, facts, evaluation, engineersAsk: []), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_VerifyKeyDetails_AsksExactlyTheOpenOnes()
    {
        var reply = ReplyComposer.Compose(Playbook, Cases.Of("ehr=nookal;keyReentered=true;retriedAfterReentry=fails;nookalKeyType=space-api-key;nookalKeyEnabled=true;nookalLocationSelected=true"));
        Assert.Contains("- Which region is chosen for Nookal in Motics", reply, StringComparison.Ordinal);
        Assert.Single(reply.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_NoneRecognised_SaysNotToCreatePatientsAgain() =>
        Assert.Contains("do not create your patients again", ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko;symptom=no-patients-recognised")), StringComparison.Ordinal);

    [Fact]
    public void AsksForKey_WordsThatWould_AreFound()
    {
        Assert.Matches(Asking(), "Please send us the key.");
        Assert.True(TextCheck.AsksForKey("Thanks. Could you forward the new key?"));
        Assert.False(TextCheck.AsksForKey("Please never send us a key."));
        Assert.False(TextCheck.AsksForKey("Paste the whole key into Motics."));
    }

    [GeneratedRegex(@"\bkeys?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    // A second opinion beside the loader's own check.
    [GeneratedRegex(@"\b(send|mail|forward|share|reply with|tell us|give us|show us)\b[^.?!\n]{0,60}\b(key|secret|token)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
