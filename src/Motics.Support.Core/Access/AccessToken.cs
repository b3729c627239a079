namespace Motics.Support.Core.Access;

/// <summary>A token as it is kept: never the secret, only its hash, and that not here.</summary>
/// <param name="Id">Made by the program.</param>
/// <param name="Name">What people call it; unique among tokens that are not revoked.</param>
/// <param name="Scopes">Names as in <see cref="Grants.ByScope"/>.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="CreatedBy">Actor id.</param>
/// <param name="RevokedAt">Null while it is good.</param>
/// <param name="LastUsedAt">To about a minute; null when never used.</param>
public sealed record AccessToken(
    string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);

/// <summary>A token that was just made. The secret is shown once and kept nowhere.</summary>
public sealed record CreatedToken(AccessToken Token, string Secret);
