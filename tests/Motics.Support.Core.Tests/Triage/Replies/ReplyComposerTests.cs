using System.Text.RegularExpressions;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Reading;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tests.Triage.Replies;

/// <summary>
/// All replies there can be, long and short: every rule with every choice of its steps, each EHR, role and clinic in session or not, and whatever has happened:
/// notes pushed or not, before, with and after the engineers, their questions, each success that can prove it, and whoever reads it.
/// </summary>
public sealed partial class ReplyComposerTests
{
    private const string WayOut = "Copy with preserved line breaks";

    private static readonly Playbook Playbook = Cases.Playbook;

    private static readonly string[] EveryQuestion = [.. Playbook.Questions.Select(question => question.Fact.Name)];

    private static readonly int EveryQuestionsLength = Playbook.Questions.Sum(question => (question.ForClinic?.Length ?? 0) + 1);

    private static readonly List<Written> Replies = [.. All()];

    private sealed record Written(string Case, Evaluation Evaluation, ReplyCase ReplyCase, ClinicReply Reply)
    {
        public string[] Forms => [Reply.Text, Reply.Brief];
    }

    private static IEnumerable<Written> All() =>
        from pair in Playbook.Rules.SelectMany(rule => rule.Steps.Select(choice => (Rule: rule, choice.List)))
        from facts in Facts()
        let known = Cases.Of(facts, new CaseContext { ClinikoShard = "uk1", SiteRegion = NookalRegion.Eu, KeyExposed = facts.Contains("owner", StringComparison.Ordinal) || facts.Contains("observer", StringComparison.Ordinal) })
        let evaluation = Evaluation(pair.Rule, pair.List, known)
        from replyCase in ReplyCases()
        select new Written($"{pair.Rule.Id} {pair.List.Id} {facts} {replyCase}", evaluation, replyCase, ReplyComposer.Compose(Playbook, known, evaluation, replyCase)!);

    private static IEnumerable<ReplyCase> ReplyCases() =>
    [
        new(),
        new() { Told = true, NotesCannotBePushed = true },
        new() { Told = true, Name = "Anna", WithEngineers = true },
        new() { Name = "Anna", NotesCannotBePushed = true, EngineersDone = true },
        new() { Told = true, NotesCannotBePushed = true, WithEngineers = true, EngineersAsk = EveryQuestion, EngineersWords = ["Does {ehr} show a date?"] },
        .. Kebab.All<Core.Events.Operation>().Select(operation => new ReplyCase { Told = true, ProvenBy = Kebab.Parse<Core.Events.Operation>(operation) }),
    ];

    private static IEnumerable<string> Facts() =>
        from ehr in new[] { "", "ehr=cliniko", "ehr=nookal", "ehr=meddbase", "ehr=semble" }
        from role in new[] { "", "moticsRole=owner", "moticsRole=member", "moticsRole=observer" }
        from busy in new[] { "", "inClinicNow=true;worriedAboutLosingWork=true" }
        select $"{ehr};{role};{busy};migrated=true;patientSearch=none-recognised";

    // The evaluation that this rule would give with these steps, with everything asked for that it can ask for.
    private static Evaluation Evaluation(VerdictRule rule, StepList list, CaseFacts facts) => Playbook.Evaluate(facts) with
    {
        Verdict = rule.Verdict,
        Criterion = rule.Criterion,
        RuleId = rule.Id,
        StepList = list.Id,
        Steps = [.. list.Steps.Select(step => step with
        {
            Text = Playbook.Placeholders.Fill(step.Text, facts),
            Detail = step.Detail is null ? null : Playbook.Placeholders.Fill(step.Detail, facts),
        })],
        Missing = rule.AsksDecidingQuestion ? [.. Playbook.Questions.Select(question => question.Fact.Name)] : [.. rule.Asks.Select(ask => ask.Fact)],
    };

    [Fact]
    public void Compose_AnyReply_NeverAsksToSendAKeyAndSaysSoWhereAKeyIsSpokenOf()
    {
        Assert.True(Replies.Count > 10_000);
        foreach (var written in Replies)
        {
            foreach (var (text, never) in written.Forms.Zip([Playbook.Replies.NeverSendKey, Playbook.Replies.Short.NeverSendKey!]))
            {
                Assert.False(TextCheck.AsksForKey(text), written.Case);
                Assert.False(Asking().IsMatch(text.Replace(never, "", StringComparison.Ordinal)), written.Case);
                Assert.True(Key().IsMatch(text) == text.Contains(never, StringComparison.Ordinal), written.Case);
            }
        }
    }

    [Fact]
    public void Compose_AnyReply_IsWholeSentencesWithoutPlaceholdersAndIds()
    {
        foreach (var written in Replies)
        {
            Assert.True(written.Reply.Text.EndsWith(Playbook.Replies.Closing, StringComparison.Ordinal), written.Case);
            Assert.False(written.Reply.Text.Contains("\n\n\n", StringComparison.Ordinal), written.Case);
            // Whatever the engineers ask is asked: a question that is left out costs another day.
            var asked = written.ReplyCase.EngineersAsk.Count == 0 ? 0 : EveryQuestionsLength;
            // That the engineers have it is said on top of the rest.
            asked += written.ReplyCase.WithEngineers ? Playbook.Replies.Short.WithEngineers!.Length : 0;
            Assert.True(written.Reply.Brief is { } brief && brief.Length < 1000 + asked && brief[^1] is '.' or '?' && !brief.Contains('\n', StringComparison.Ordinal), $"{written.Case}: {written.Reply.Brief}");
            foreach (var text in written.Forms)
                Assert.True(!text.Contains('{', StringComparison.Ordinal) && !Id().IsMatch(text), $"{written.Case}: {text}");
        }
    }

    [Fact]
    public void Compose_WhileNotesCannotBePushed_AlwaysHoldsTheWayOutAndOnlyOnce()
    {
        var stopped = Replies.Where(written => written.ReplyCase.NotesCannotBePushed).ToList();
        Assert.True(stopped.Count > 3_000);
        foreach (var text in stopped.SelectMany(written => written.Forms))
            Assert.Equal(2, text.Split(WayOut).Length);
        // And where notes can be pushed and nobody sees patients, it is said only where the steps themselves are about it.
        foreach (var written in Replies.Where(written => !written.ReplyCase.NotesCannotBePushed && written.Evaluation.Advice.All(advice => advice.Kind != AdviceKind.CopyPasteForNow)))
            Assert.True(written.Forms.All(text => !text.Contains(WayOut, StringComparison.Ordinal)) || written.Evaluation.Steps.Any(step => step.Text.Contains(WayOut, StringComparison.Ordinal)), written.Case);
    }

    [Fact]
    public void Compose_AnyReply_SaysOnlyWhatHasHappened()
    {
        foreach (var written in Replies)
        {
            var (happened, verdict) = (written.ReplyCase, written.Evaluation.Verdict);
            foreach (var text in written.Forms)
            {
                Assert.True(!Seen().IsMatch(text) || (happened.ProvenBy is not (null or Core.Events.Operation.Other) && verdict == Verdict.Resolved), $"{written.Case}: {text}");
                Assert.True(!Handed().IsMatch(text) || happened.WithEngineers, $"{written.Case}: {text}");
                Assert.True(!text.Contains("Before it goes to them", StringComparison.Ordinal) || (verdict == Verdict.Escalate && !happened.WithEngineers && !happened.EngineersDone), $"{written.Case}: {text}");
                Assert.True(!text.Contains("nothing more you need to do", StringComparison.Ordinal) || (verdict == Verdict.Resolved && !happened.NotesCannotBePushed && happened.ProvenBy != Core.Events.Operation.Verify), $"{written.Case}: {text}");
                Assert.True(!text.Contains("thank you", StringComparison.Ordinal) || happened.Told, $"{written.Case}: {text}");
                Assert.Equal(happened.Name is not null, text.StartsWith("Hello Anna", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData(Core.Events.Operation.PatientSearch, "finds patients")]
    [InlineData(Core.Events.Operation.NotePush, "a note has gone")]
    [InlineData(Core.Events.Operation.Verify, "the check went through")]
    [InlineData(Core.Events.Operation.Other, "good to hear")]
    [InlineData(null, "good to hear")]
    public void Compose_WorksAgain_NamesWhatProvesIt(Core.Events.Operation? proof, string words)
    {
        var facts = Cases.Of("ehr=cliniko;symptom=disconnected;retriedAfterReentry=works");
        var evaluation = Playbook.Evaluate(facts);
        var reply = ReplyComposer.Compose(Playbook, facts, evaluation, new() { ProvenBy = proof })!;
        Assert.Contains(words, reply.Text, StringComparison.Ordinal);
        Assert.Contains(words, reply.Brief, StringComparison.Ordinal);
        // A check alone proves no search and no note.
        Assert.Equal(proof != Core.Events.Operation.Verify, reply.Text.Contains("nothing more you need to do", StringComparison.Ordinal));
        Assert.DoesNotContain("nothing more", ReplyComposer.Compose(Playbook, facts, evaluation, new() { ProvenBy = proof, NotesCannotBePushed = true })!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_ConnectedAndNobodyComplains_IsNoReplyUnlessAKeyHasToBeReplacedOrEngineersAsk()
    {
        var connected = new CaseContext { IsConnected = true };
        Assert.Null(ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko", connected)));
        Assert.NotNull(ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko;symptom=disconnected", connected)));

        var exposed = ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko", connected with { KeyExposed = true }))!;
        Assert.StartsWith("Hello, and thank you for telling us.\n\nThe key that reached us", exposed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("?", exposed.Text + exposed.Brief, StringComparison.Ordinal);
        var asked = ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko", connected), Cases.Evaluate("ehr=cliniko", connected), new() { EngineersWords = ["Which browser is it?"] })!;
        Assert.Contains("- Which browser is it?", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_KeyThatReachedUs_IsToBeReplacedAndDuringAnIncidentLater()
    {
        var context = new CaseContext { KeyExposed = true };
        var now = ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko;symptom=disconnected", context))!;
        Assert.All(new[] { now.Text, now.Brief }, text => Assert.Matches("The key that reached us .*archive the old one", text));
        var later = ReplyComposer.Compose(Playbook, Cases.Of("ehr=cliniko;symptom=disconnected;providerIncident=confirmed", context))!;
        Assert.All(new[] { later.Text, later.Brief }, text => Assert.Contains("As soon as Cliniko works again, please make a new one", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_Escalated_SaysThatItWasHandedOverAndBeforeThatWhatComesFirst()
    {
        var facts = Cases.Of("ehr=cliniko;symptom=integration-not-visible;moticsRole=owner");
        var evaluation = Playbook.Evaluate(facts);
        Assert.Contains("Before it goes to them we get together what they need to know", Text(facts), StringComparison.Ordinal);
        var handed = ReplyComposer.Compose(Playbook, facts, evaluation, new() { WithEngineers = true })!;
        Assert.Contains("have handed this to our engineers", handed.Text, StringComparison.Ordinal);
        Assert.Contains("engineers have it now", handed.Brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_ToldTheShard_NamesTheKeysEnding()
    {
        var context = new CaseContext { ClinikoShard = "au4" };
        foreach (var facts in new[] { "symptom=disconnected", "symptom=no-patients-recognised", "symptom=key-not-accessible;keyAccess=cannot-see-api-keys", "keyUnchanged=true", "symptom=permission-error;patientSearch=works" })
        {
            var reply = ReplyComposer.Compose(Playbook, Cases.Of($"ehr=cliniko;{facts}", context))!;
            Assert.Contains("The key ends in -au4.", reply.Text, StringComparison.Ordinal);
            Assert.Contains("The key ends in -au4.", reply.Brief, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Compose_Migrated_SaysThatReconnectingIsExpectedAndElseDoesNot()
    {
        Assert.Contains("expected after the move", Text(Cases.Of("ehr=cliniko;symptom=disconnected;migrated=true")), StringComparison.Ordinal);
        Assert.DoesNotContain("the move", Text(Cases.Of("ehr=cliniko;symptom=disconnected;migrated=false")), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_Brief_EveryVerdictIsAFewSentences()
    {
        Assert.All(Playbook.Rules.SelectMany(rule => rule.Steps.Select(choice => choice.List)), list =>
            Assert.True(Playbook.Replies.Short.Steps.ContainsKey(list.As ?? list.Id) || Playbook.Replies.Short.Steps.ContainsKey(list.Id) || list.Steps.Count(step => step.ForClinic) <= 2, $"{list.Id} has several steps and no words for a short reply"));
        foreach (var written in Replies.Where(written => !written.ReplyCase.WithEngineers))
        {
            // What comes first, and a key that has to be replaced, are said on top of it.
            var riding = written.Evaluation.Advice.Count(advice => advice.Kind is AdviceKind.CopyPasteForNow or AdviceKind.SaveTheNoteFirst or AdviceKind.ReplaceExposedKey);
            Assert.True(written.Reply.Brief.Split(". ").Length <= 9 + riding && written.Reply.Brief.Length <= written.Reply.Text.Length, $"{written.Case}: {written.Reply.Brief}");
        }
    }

    [Fact]
    public void Compose_ClinicInSession_GetsTheWayOutBeforeEverythingElse()
    {
        var reply = ReplyComposer.Compose(Playbook, Cases.Of("inClinicNow=true;ehr=cliniko;symptom=disconnected"))!;
        Assert.Equal(1, Array.FindIndex(reply.Text.Split("\n\n"), part => part.Contains(WayOut, StringComparison.Ordinal)));
        Assert.Equal(1, Array.FindIndex(reply.Brief.Split(". "), part => part.Contains(WayOut, StringComparison.Ordinal)));
        Assert.Equal(2, Array.FindIndex(Text(Cases.Of("ehr=cliniko;symptom=disconnected")).Split("\n\n"), part => part.Contains(WayOut, StringComparison.Ordinal)));
    }

    [Fact]
    public void Compose_ConfirmedIncident_SpeaksOfNoKeyAtAll()
    {
        foreach (var facts in Facts())
        {
            var reply = ReplyComposer.Compose(Playbook, Cases.Of($"{facts};providerIncident=confirmed;symptom=authentication-failed"))!;
            Assert.DoesNotMatch(Key(), reply.Text + reply.Brief);
        }
    }

    [Theory]
    [InlineData("member", "pass this on")]
    [InlineData("observer", "pass this on")]
    [InlineData("owner", null)]
    [InlineData(null, "if you are none of these")]
    public void Compose_RoleOfTheReader_DecidesWhoIsAsked(string? role, string? words)
    {
        var reply = Text(Cases.Of($"ehr=nookal;symptom=disconnected{(role is null ? "" : $";moticsRole={role}")}"));
        if (words is null)
            Assert.DoesNotContain("pass", reply, StringComparison.Ordinal);
        else
            Assert.Contains(words, reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_ReconnectNookal_HasTheExactStepsInOrderWithTheClinicsRegion()
    {
        var reply = Text(Cases.Of("ehr=nookal;symptom=disconnected", new CaseContext { SiteRegion = NookalRegion.Eu }));
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
        var reply = ReplyComposer.Compose(Playbook, facts, evaluation, new() { WithEngineers = true, EngineersAsk = ["usingCopyPaste"] })!;
        Assert.Contains($"{Playbook.Replies.EngineersAsk}\n\n- Are you copying and pasting", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Are you copying and pasting", reply.Brief, StringComparison.Ordinal);
        Assert.DoesNotContain("handing", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_EngineersAskSeveralThings_BothFormsAskAllOfThem()
    {
        var facts = Cases.Of("ehr=cliniko;symptom=integration-not-visible;moticsRole=owner");
        var reply = ReplyComposer.Compose(Playbook, facts, Playbook.Evaluate(facts), new() { WithEngineers = true, EngineersAsk = ["usingCopyPaste", "symptom"], EngineersWords = ["Which browser is it?", "Since when"] })!;
        string[] asked = ["Which browser is it?", "Since when", "Are you copying and pasting your notes for now?", "What exactly do you see when it does not work, and what were you doing just before?"];
        Assert.All(asked, question => Assert.Contains($"\n- {question}", reply.Text, StringComparison.Ordinal));
        Assert.EndsWith($"{Playbook.Replies.EngineersAsk} Which browser is it? Since when. {asked[2]} {asked[3]}", reply.Brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_VerifyKeyDetails_AsksExactlyTheOpenOnes()
    {
        var reply = Text(Cases.Of("ehr=nookal;keyReentered=true;retriedAfterReentry=fails;nookalKeyType=space-api-key;nookalKeyEnabled=true;nookalLocationSelected=true"));
        Assert.Contains("- Which region is chosen for Nookal in Motics", reply, StringComparison.Ordinal);
        Assert.Single(reply.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_NoneRecognised_SaysNotToCreatePatientsAgain() =>
        Assert.Contains("do not create your patients again", Text(Cases.Of("ehr=cliniko;symptom=no-patients-recognised")), StringComparison.Ordinal);

    [Fact]
    public void AsksForKey_WordsThatWould_AreFound()
    {
        Assert.Matches(Asking(), "Please send us the key.");
        Assert.True(TextCheck.AsksForKey("Thanks. Could you forward the new key?"));
        Assert.False(TextCheck.AsksForKey("Please never send us a key."));
        Assert.False(TextCheck.AsksForKey("Paste the whole key into Motics."));
    }

    private static string Text(CaseFacts facts) => ReplyComposer.Compose(Playbook, facts)!.Text;

    [GeneratedRegex(@"\b(see|seen) (it|that) from here\b", RegexOptions.IgnoreCase)]
    private static partial Regex Seen();

    [GeneratedRegex(@"\b(have handed|have it now|are looking into)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Handed();

    [GeneratedRegex(@"\b[a-z]+-[a-z]+-[a-z]+\b(?<!step-by-step)")]
    private static partial Regex Id();

    [GeneratedRegex(@"\bkeys?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Key();

    // A second opinion beside the loader's own check.
    [GeneratedRegex(@"\b(send|mail|forward|share|reply with|tell us|give us|show us)\b[^.?!\n]{0,60}\b(key|secret|token)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
