using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;

namespace Motics.Support.Data.Organisations;

/// <summary>Reads organisations: one, a list, counts. They are written by folding events only.</summary>
public sealed class OrganisationStore(Database database, TimeProvider clock)
{
    private readonly OrganisationList list = new(database, clock);
    private readonly OrganisationCounting counting = new(database, clock);

    /// <summary>A page of organisations; refused when the limit or the cursor is no good.</summary>
    public Task<Outcome<Page<OrganisationRow>>> ListAsync(OrganisationQuery query, CancellationToken cancellationToken) => list.ReadAsync(query, cancellationToken);

    /// <summary>How many there are, and how many each choice of a filter would leave. Cursor, order and limit do not matter.</summary>
    public Task<OrganisationCounts> CountAsync(OrganisationQuery query, CancellationToken cancellationToken) => counting.ReadAsync(query, cancellationToken);
}
