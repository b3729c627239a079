using Motics.Support.Core.Audit;
using Motics.Support.Core.Errors;

namespace Motics.Support.Portal.Live;

/// <summary>Wakes open pages after every change of an error group that was kept.</summary>
internal sealed class AnnouncingErrorGroupStore(IErrorGroupStore inner, LiveUpdates live) : IErrorGroupStore
{
    public Task<ErrorGroupDetail?> FindAsync(string id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public async Task<bool> SaveAsync(ErrorGroupChange change, CancellationToken cancellationToken)
    {
        var kept = await inner.SaveAsync(change, cancellationToken);
        if (kept)
        {
            live.ErrorGroupChanged(change.Id);
        }

        return kept;
    }

    public Task AuditAsync(AuditEntry entry, CancellationToken cancellationToken) => inner.AuditAsync(entry, cancellationToken);
}
