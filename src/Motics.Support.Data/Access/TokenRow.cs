using Motics.Support.Core.Access;

namespace Motics.Support.Data.Access;

internal sealed class TokenRow
{
    public const string Columns = "id AS Id, name AS Name, scopes AS Scopes, created_at AS CreatedAt, created_by AS CreatedBy, revoked_at AS RevokedAt, last_used_at AS LastUsedAt";

    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Scopes { get; init; } = "";

    public long CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    public long? RevokedAt { get; init; }

    public long? LastUsedAt { get; init; }

    public AccessToken ToToken() => new(
        Id, Name, Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), UnixTime.Time(CreatedAt), CreatedBy, UnixTime.Time(RevokedAt), UnixTime.Time(LastUsedAt));
}
