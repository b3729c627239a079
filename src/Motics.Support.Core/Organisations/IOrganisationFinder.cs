namespace Motics.Support.Core.Organisations;

/// <summary>The one read for everything about an organisation, as the desks see it.</summary>
public interface IOrganisationFinder
{
    /// <summary>Null when there is no such organisation.</summary>
    Task<OrganisationDetail?> FindAsync(string id, CancellationToken ct);
}
