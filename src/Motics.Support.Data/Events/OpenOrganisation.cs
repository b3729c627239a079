using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Rows;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Events;

/// <summary>An organisation that the events of one transaction are folded into.</summary>
internal sealed class OpenOrganisation
{
    private readonly ConnectionState? own;
    private readonly EventStamp? lastFailure;
    private readonly List<PreparedEvent> applied = [];
    private readonly EventHistory history;

    public OpenOrganisation(KnownOrganisation stored, StatementSet statements)
    {
        (Stored, own, lastFailure) = (stored, stored.State.Own, stored.State.Own?.LastFailure);
        Keys = new KeyEntryRows(statements, stored.State.Id);
        history = new EventHistory(statements, stored.State.Id, Keys, applied);
    }

    /// <summary>As it is stored, but for <see cref="State"/>, which is folded into.</summary>
    public KnownOrganisation Stored { get; }

    public OrganisationState State => Stored.State;

    public KeyEntryRows Keys { get; }

    public FoldChanges Changes { get; private set; }

    /// <summary>True while the newest failure is the one it was.</summary>
    public bool HasStoredError => ReferenceEquals(State.Own, own) && own?.LastFailure == lastFailure;

    public void Apply(PreparedEvent prepared)
    {
        applied.Add(prepared);
        Changes |= OrganisationFold.Apply(State, prepared.Event, prepared.Stamp, history);
    }
}
