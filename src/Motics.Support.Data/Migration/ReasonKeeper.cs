using Dapper;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>
/// Keeps <c>organisation.reason</c>: the rule that the events alone lead to, as an organisation's page suggests it. What events, incidents and passing hours made due is found by whoever reads next,
/// for a moment at most; the rest waits for the next reader, and how far it is can be told.
/// </summary>
internal sealed class ReasonKeeper(Database database, Playbook? playbook, TimeProvider clock)
{
    private const int Lot = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private const string SelectDue = "SELECT organisation_id FROM reason_due WHERE due_at <= @now ORDER BY due_at, organisation_id ";
    private const string SelectOldest = "SELECT MIN(due_at) FROM reason_due WHERE due_at <= @now";
    private const string Claim = "UPDATE reason_due SET due_at = @next WHERE organisation_id IN @ids AND due_at <= @now";
    private const string Keep = "UPDATE organisation SET reason = @reason WHERE id = @id";
    private const string Sooner = "UPDATE reason_due SET due_at = @due WHERE organisation_id = @id AND due_at = @next";
    private const string Rest = "DELETE FROM reason_due WHERE organisation_id = @id AND due_at = @next";

    private readonly OrganisationReading reading = new(database);

    /// <summary>Finds what is due; null when all of it was found, else since when the oldest of the rest is.</summary>
    public async Task<DateTimeOffset?> CatchUpAsync(CancellationToken cancellationToken)
    {
        if (playbook is null)
            return null;
        for (var began = clock.GetTimestamp(); ;)
        {
            var now = clock.GetUtcNow();
            var due = await DueAsync(now, cancellationToken).ConfigureAwait(false);
            if (due.Count == 0)
                return null;
            if (clock.GetElapsedTime(began) > Patience)
                return await OldestAsync(now, cancellationToken).ConfigureAwait(false);
            await FindAsync(due, now, cancellationToken).ConfigureAwait(false);
        }
    }

    // Claimed before it is read: what an event notes meanwhile is due again.
    private async Task FindAsync(List<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = UnixTime.Of(now + Again);
        await ClaimAsync(ids, now, next, cancellationToken).ConfigureAwait(false);
        var found = new List<Finding>();
        foreach (var id in ids)
        {
            if (await reading.FindAsync(id, now, cancellationToken).ConfigureAwait(false) is { } detail)
                found.Add(Find(detail, now));
        }

        await KeepAsync(found, next, cancellationToken).ConfigureAwait(false);
    }

    internal Task KeepAsync(IReadOnlyList<Finding> found, long next, CancellationToken cancellationToken) => database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var each in found)
        {
            await connection.ExecuteAsync(new CommandDefinition(Keep, new { reason = each.Reason, id = each.Id }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
            var due = UnixTime.Of(each.Due);
            if (due is null || due < next)
                await connection.ExecuteAsync(new CommandDefinition(due is null ? Rest : Sooner, new { id = each.Id, due, next }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        }

        return true;
    }, Database.LongPatience, cancellationToken);

    internal Task ClaimAsync(List<string> ids, DateTimeOffset now, long next, CancellationToken cancellationToken) => database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
        new CommandDefinition(Claim, new { ids, now = UnixTime.Of(now), next }, transaction, cancellationToken: cancellationToken)), Database.LongPatience, cancellationToken);

    // What works and gives no reason changes by events only; the rest may change as hours pass.
    private Finding Find(OrganisationDetail detail, DateTimeOffset now)
    {
        var facts = CaseFacts.Of(detail, null, now);
        var reason = SuggestedVerdict.For(playbook!, facts)?.RuleId;
        if (reason is null && detail.Health is Health.Connected or Health.NotApplicable && detail.Copied.Notes == 0)
            return new Finding(detail.Id, null, null);
        return new Finding(detail.Id, reason, facts.WaitUntil is { } wait && wait > now && wait < now + Again ? wait : now + Again);
    }

    private Task<List<string>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryAsync<string>(new CommandDefinition(
            SelectDue + database.Dialect.Take, new { now = UnixTime.Of(now), take = Lot }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList(), cancellationToken);

    internal Task<DateTimeOffset?> OldestAsync(DateTimeOffset now, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => UnixTime.Time(await connection.ExecuteScalarAsync<long?>(new CommandDefinition(SelectOldest, new { now = UnixTime.Of(now) }, cancellationToken: cancellationToken)).ConfigureAwait(false)), cancellationToken);

    internal sealed record Finding(string Id, string? Reason, DateTimeOffset? Due);
}
