#pragma warning disable CS9113
using Motics.Support.Core.Access;

namespace Motics.Support.Core.Tickets;

/// <summary>What needs somebody now, by what they may do.</summary>
public sealed class HomeDesk(IHomeStore store, TimeProvider clock)
{
    public Task<Outcome<NeedsMe>> NeedsMeAsync(Actor actor, CancellationToken ct) => throw new NotImplementedException();
}

/// <summary>Reads for the home page.</summary>
public interface IHomeStore
{
    /// <summary>Organisations that need a key or fail and have no open ticket: how many, and the first of them.</summary>
    Task<UnattendedPart> UnattendedAsync(int limit, CancellationToken ct);
}
