using System.Data.Common;
using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Outreach;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Live;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Outreach;

/// <summary>Keeps what was done of an outreach, a part at a time: the run is held first, so two who do the same part make it once.</summary>
internal sealed class OutreachKeeping(Database database, AuditTrail audit, TimeProvider clock)
{
    private readonly TicketWriter tickets = new(audit);

    public Task MadeAsync(OutreachBatch batch, IReadOnlyList<MadeTicket> made, IReadOnlyList<LeftOutOrganisation> leftOut, Func<OutreachRun, AuditEntry> finished, CancellationToken ct) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var work = new Work(connection, transaction, batch.Run.Id, ct);
            if (await work.RunAsync(OutreachSql.Hold, new { id = batch.Run.Id, state = Kebab.Name(OutreachState.Running) }).ConfigureAwait(false) == 0
                || await work.RunAsync(OutreachSql.PartDone, new { id = batch.Run.Id, number = batch.Number }).ConfigureAwait(false) == 0)
            {
                return;
            }

            // Whoever holds the numbers of tickets is alone: no two outreaches find the same clinic without a ticket.
            await work.RunAsync(OutreachSql.HoldNumbers, new { }).ConfigureAwait(false);
            var (count, others) = (0, leftOut.ToList());
            foreach (var ticket in made)
            {
                if (await MakeAsync(work, ticket).ConfigureAwait(false))
                {
                    count++;
                }
                else
                {
                    others.Add(new(ticket.Organisation, LeftOutWhy.OpenTicket));
                }
            }

            await work.RunAsync(OutreachSql.InsertOutcome, others.Select(left => work.Outcome(left))).ConfigureAwait(false);
            await work.CountAsync(made: count, leftOut: others.Count).ConfigureAwait(false);
            await FinishAsync(work, OutreachSql.PartsLeft, OutreachSql.Finish, finished).ConfigureAwait(false);
        }, ct);

    public Task TakenBackAsync(OutreachBatch batch, IReadOnlyList<TakenBackTicket> taken, Func<OutreachRun, AuditEntry> finished, CancellationToken ct) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var work = new Work(connection, transaction, batch.Run.Id, ct);
            if (await work.RunAsync(OutreachSql.Hold, new { id = batch.Run.Id, state = Kebab.Name(OutreachState.Undoing) }).ConfigureAwait(false) == 0)
            {
                return;
            }

            var (back, staying) = (0, 0);
            foreach (var ticket in taken)
            {
                var because = await TakeBackAsync(work, ticket, batch.Run.UndoneBy!.Id).ConfigureAwait(false);
                var outcome = because is null ? OutreachOutcome.TakenBack : OutreachOutcome.Stays;
                // Somebody else may have done it: counted once.
                var counted = await work.RunAsync(OutreachSql.UpdateOutcome, new { id = work.Id, number = ticket.Number, outcome = Kebab.Name(outcome), because }).ConfigureAwait(false);
                (back, staying) = because is null ? (back + counted, staying) : (back, staying + counted);
            }

            await work.CountAsync(takenBack: back, staying: staying).ConfigureAwait(false);
            await FinishAsync(work, OutreachSql.TicketsLeft, OutreachSql.FinishUndo, finished).ConfigureAwait(false);
        }, ct);

    // False for who has got an open ticket meanwhile.
    private async Task<bool> MakeAsync(Work work, MadeTicket ticket)
    {
        if (await work.ScalarAsync<int>(OutreachSql.HasOpenTicket, new { organisationId = ticket.Organisation.Id }).ConfigureAwait(false) > 0)
        {
            return false;
        }

        var number = await TicketWriter.NextNumberAsync(work.Connection, work.Transaction, "ticket", work.Cancel).ConfigureAwait(false);
        await tickets.InsertAsync(work.Connection, work.Transaction, null, ticket.Compose(number), work.Cancel).ConfigureAwait(false);
        await work.RunAsync(OutreachSql.InsertOutcome, work.Outcome(ticket.Organisation.Id, OutreachOutcome.Made, number, null, null)).ConfigureAwait(false);
        return true;
    }

    // Null when it is taken back; else why it stays.
    private async Task<string?> TakeBackAsync(Work work, TakenBackTicket ticket, string by)
    {
        if (ticket.Change is not { } change)
        {
            return ticket.Because;
        }

        var page = string.Create(CultureInfo.InvariantCulture, $"ticket:{ticket.Number}");
        var reader = await work.ScalarAsync<string?>(OutreachSql.Present, new { page, by, gone = UnixTime.Of(clock.GetUtcNow() - PresenceStore.Lease) }).ConfigureAwait(false);
        if (reader is not null)
        {
            return $"{reader} has it open.";
        }

        return await tickets.UpdateAsync(work.Connection, work.Transaction, change, work.Cancel).ConfigureAwait(false) ? null : "Somebody has just changed it.";
    }

    private async Task FinishAsync(Work work, string left, string finish, Func<OutreachRun, AuditEntry> finished)
    {
        work.Transaction.Wrote(LiveTopic.OfTarget($"outreach:{work.Id}")!.Value);
        if (await work.ScalarAsync<int>(left, new { id = work.Id }).ConfigureAwait(false) > 0)
        {
            return;
        }

        await work.RunAsync(finish, new { id = work.Id, now = UnixTime.Of(clock.GetUtcNow()) }).ConfigureAwait(false);
        var run = await OutreachStore.OneAsync(work.Connection, work.Transaction, OutreachSql.Find, new { id = work.Id }, work.Cancel).ConfigureAwait(false);
        await audit.AppendAsync(work.Connection, work.Transaction, finished(run!), work.Cancel).ConfigureAwait(false);
    }

    private sealed record Work(DbConnection Connection, DbTransaction Transaction, string Id, CancellationToken Cancel)
    {
        public Task<int> RunAsync(string sql, object values) => Connection.ExecuteAsync(new CommandDefinition(sql, values, Transaction, cancellationToken: Cancel));

        public Task<T?> ScalarAsync<T>(string sql, object values) => Connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, values, Transaction, cancellationToken: Cancel));

        public Task<int> CountAsync(int made = 0, int leftOut = 0, int takenBack = 0, int staying = 0) => RunAsync(OutreachSql.Count, new { id = Id, made, leftOut, takenBack, staying });

        public OutreachOutcomeRow Outcome(LeftOutOrganisation left) =>
            Outcome(left.Organisation.Id, OutreachOutcome.LeftOut, null, left.Why, left.Why == LeftOutWhy.Works ? left.Organisation.HealthReason : null);

        public OutreachOutcomeRow Outcome(string organisationId, OutreachOutcome outcome, long? number, LeftOutWhy? why, string? because) =>
            new() { OutreachId = Id, OrganisationId = organisationId, Outcome = Kebab.Name(outcome), TicketNumber = number, Why = Kebab.Name(why), Because = because };
    }
}
