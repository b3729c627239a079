using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Escalations;

/// <summary>What the events add to a packet: the last failures, and how many others fail the same way.</summary>
internal sealed class EscalationEvidence(Database database)
{
    private const string SelectLastErrors = """
        SELECT at AS At, error_kind AS Kind, correlation_id AS CorrelationId, detail AS Detail
        FROM event WHERE organisation_id = @organisationId AND outcome = 'failure' ORDER BY at DESC, type_order DESC, seq DESC
        """;

    private const string SelectErrorGroup = """
        SELECT g.id AS Id, g.title AS Title, g.kind AS Kind, g.events AS Events, g.first_seen_at AS FirstSeenAt, g.last_seen_at AS LastSeenAt,
          (SELECT COUNT(*) FROM error_group_organisation s WHERE s.error_group_id = g.id AND s.organisation_id <> @organisationId) AS OtherOrganisations
        FROM error_group g WHERE g.id = @groupId
        """;

    public Task<IReadOnlyList<PacketError>> LastErrorsAsync(string organisationId, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PacketError>>(async connection =>
        {
            var rows = await connection.QueryAsync<ErrorRow>(new CommandDefinition(
                SelectLastErrors + " " + database.Dialect.Take, new { organisationId, take = limit }, cancellationToken: ct)).ConfigureAwait(false);
            return [.. rows.Select(row => row.ToError())];
        }, ct);

    public Task<PacketErrorGroup?> ErrorGroupAsync(string groupId, string organisationId, CancellationToken ct) =>
        database.ReadAsync(async connection =>
            (await connection.QueryFirstOrDefaultAsync<GroupRow>(new CommandDefinition(
                SelectErrorGroup, new { groupId, organisationId }, cancellationToken: ct)).ConfigureAwait(false))?.ToGroup(), ct);

    private sealed class ErrorRow
    {
        public long At { get; init; }
        public string Kind { get; init; } = "";
        public string? CorrelationId { get; init; }
        public string Detail { get; init; } = "{}";

        public PacketError ToError()
        {
            var detail = EventDetail.Read(Detail);
            return new(
                UnixTime.Time(At), Kebab.Parse<ErrorKind>(Kind) ?? ErrorKind.Unknown, detail.Operation, detail.Error?.Code, detail.Error?.HttpStatus,
                detail.Error?.Message ?? "", CorrelationId);
        }
    }

    private sealed class GroupRow
    {
        public string Id { get; init; } = "";
        public string Title { get; init; } = "";
        public string Kind { get; init; } = "";
        public long Events { get; init; }
        public long FirstSeenAt { get; init; }
        public long LastSeenAt { get; init; }
        public int OtherOrganisations { get; init; }

        public PacketErrorGroup ToGroup() => new(
            Id, Title, Kebab.Parse<ErrorKind>(Kind) ?? ErrorKind.Unknown, Events, OtherOrganisations, UnixTime.Time(FirstSeenAt), UnixTime.Time(LastSeenAt));
    }
}
