using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Reading;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tickets.Replies;

/// <summary>The reply of a ticket: composed for its case, edited by people, copied.</summary>
internal static class TicketReplies
{
    private const string Field = "text";

    // The second click of a double click comes within a second; nobody copies twice on purpose within three.
    private static readonly TimeSpan OneClick = TimeSpan.FromSeconds(3);

    /// <summary>The words for the case as it is now; null when there is nothing to send.</summary>
    public static ClinicReply? Compose(Playbook playbook, TicketFile file, TicketCase ticketCase, Organisations.OrganisationDetail organisation)
    {
        var engineers = EngineersParts.Of(file.Ticket, file, organisation);
        var given = ReplyCase.Of(ticketCase.Facts, ticketCase.Evaluation, organisation);
        return ReplyComposer.Compose(playbook, ticketCase.Facts, ticketCase.Evaluation, given with
        {
            Name = ReporterName.ToGreet(file.Ticket.Reporter, organisation.Name),
            Told = given.Told || file.Ticket.Reporter is not null,
            WithEngineers = engineers is EngineersPart.HaveIt or EngineersPart.WaitForAnswers,
            EngineersDone = engineers == EngineersPart.AreDone,
            EngineersAsk = file.Ticket.AskedAgain,
            // What the clinic can answer: the reply asks for what nobody has answered yet.
            EngineersWords = [.. file.Escalations.SelectMany(row => row.AskedNow).Where(question => question.IsOpen).Select(question => question.Text)],
        });
    }

    /// <summary>Keeps words of the agent's own; null takes the composed ones again.</summary>
    /// <param name="work">The change.</param>
    /// <param name="text">1 to <see cref="TicketText.ReplyLength"/> characters.</param>
    /// <param name="evaluation">What it is written under.</param>
    /// <param name="composed">What it is made from.</param>
    public static Refusal? Edit(TicketWork work, string? text, Evaluation evaluation, ClinicReply? composed) =>
        !work.Ticket.IsOpen ? TicketStates.IsClosed
        : text is null ? TakeBack(work)
        : Keep(work, text, evaluation.RuleId, EditedReply.MarkOf(composed));

    /// <summary>Notes that the reply was copied; on closed tickets too.</summary>
    public static Refusal? Copy(TicketWork work, ReplyForm form, ClinicReply? composed)
    {
        if (form == ReplyForm.Edited ? Of(work).Edited is null : composed is null)
        {
            return Refusal.Field("form", form == ReplyForm.Edited ? "Nobody has edited the reply of this ticket." : "There is nothing to send: the connection works and nobody complains.");
        }

        if (Of(work).Copied is { } last && last.By == work.By && last.Form == form && work.Now - last.At < OneClick)
        {
            return null;
        }

        work.Reply = Of(work) with { Copied = new(work.Now, form, work.File.Ticket.Version + 1, work.By) };
        work.Log(TicketActivityKind.Edited, form switch { ReplyForm.Brief => "copied the reply (short)", ReplyForm.Edited => "copied the reply as it was edited", _ => "copied the reply" }, "ticket.reply.copy");
        if (work.Ticket.IsOpen)
        {
            TicketStates.Begin(work);
            work.Touch();
        }

        return null;
    }

    private static TicketReply Of(TicketWork work) => work.Reply ?? work.File.Reply ?? new(null, null);

    private static Refusal? Keep(TicketWork work, string text, string ruleId, string composed)
    {
        var read = TicketText.Required(Field, text.ReplaceLineEndings("\n"), TicketText.ReplyLength);
        if (!read.Done)
        {
            return read.Refusal;
        }

        var words = work.Take(read.Value, ExposedIn.Reply, text, Of(work).Edited?.Text);
        if (TextCheck.AsksForKey(words))
        {
            return Refusal.Field(Field, "Reads as if the clinic should send or tell us a key, and nobody may be asked for one. A key belongs in Motics only.");
        }

        if (Of(work).Edited is { } before && (before.Text, before.RuleId, before.Composed) == (words, ruleId, composed))
        {
            return null;
        }

        work.Reply = Of(work) with { Edited = new(words, ruleId, composed, work.Now, work.By) };
        Logged(work, "edited the reply");
        return null;
    }

    private static Refusal? TakeBack(TicketWork work)
    {
        if (Of(work).Edited is null)
        {
            return null;
        }

        work.Reply = Of(work) with { Edited = null };
        Logged(work, "took the composed reply again");
        return null;
    }

    private static void Logged(TicketWork work, string text)
    {
        work.Log(TicketActivityKind.Edited, text, "ticket.reply.edit");
        TicketStates.Begin(work);
        work.Touch();
    }
}
