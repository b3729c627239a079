using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Events;

/// <summary>Folds the events of one transaction into the organisations they are about: each is loaded once and written once.</summary>
internal sealed class OrganisationFolder(StatementSet statements)
{
    private readonly OrganisationRows organisations = new(statements);
    private readonly ConnectionRows connections = new(statements);
    private readonly Dictionary<string, Open> open = new(StringComparer.Ordinal);

    /// <summary>Folds an event that is stored already and was not folded before.</summary>
    public void Apply(PreparedEvent prepared)
    {
        if (!open.TryGetValue(prepared.Event.OrganisationId, out var organisation))
            open.Add(prepared.Event.OrganisationId, organisation = Load(prepared.Event.OrganisationId));
        organisation.Changes |= OrganisationFold.Apply(organisation.State, prepared.Event, prepared.Stamp, organisation.History);
    }

    /// <summary>Writes what changed.</summary>
    public void Save()
    {
        foreach (var organisation in open.Values)
            Save(organisation);
    }

    private Open Load(string id)
    {
        if (organisations.Find(id) is not var (state, summary))
        {
            organisations.Insert(id);
            (state, summary) = (new OrganisationState { Id = id }, new OrganisationSummary());
        }
        var keys = new KeyEntryRows(statements, id);
        var stored = connections.Load(state);
        return new Open(state, summary, state.Own, state.Own?.LastFailure, stored, keys, new EventHistory(statements, id, keys));
    }

    private void Save(Open organisation)
    {
        var state = organisation.State;
        organisation.Keys.Flush();
        foreach (var connection in state.Connections.Values.Where(connection => connection.IsChanged))
            connections.Save(state.Id, connection, organisation.Connections.GetValueOrDefault(connection.Ehr));
        if ((organisation.Changes & FoldChanges.Keys) != 0)
            state.Keys = state.OwnConnectionName is { } own ? organisation.Keys.Since(own, state.Migration) : new KeySummary(0, 0, 0, null);
        if ((organisation.Changes & FoldChanges.Profile) != 0)
            organisations.SaveProfile(state, state.Name.Value != organisation.Name);
        var sameError = ReferenceEquals(state.Own, organisation.Own) && state.Own?.LastFailure == organisation.LastFailure;
        organisations.SaveSummary(state.Id, OrganisationSummary.Of(state, organisation.Summary, sameError), organisation.Summary);
    }

    /// <summary>An organisation in work; everything but <see cref="State"/> and <see cref="Changes"/> as it is stored.</summary>
    private sealed class Open(
        OrganisationState state, OrganisationSummary summary, ConnectionState? own, EventStamp? lastFailure, Dictionary<string, ConnectionMarks> connections,
        KeyEntryRows keys, EventHistory history)
    {
        public OrganisationState State { get; } = state;

        public string? Name { get; } = state.Name.Value;

        public OrganisationSummary Summary { get; } = summary;

        public ConnectionState? Own { get; } = own;

        public EventStamp? LastFailure { get; } = lastFailure;

        public Dictionary<string, ConnectionMarks> Connections { get; } = connections;

        public KeyEntryRows Keys { get; } = keys;

        public EventHistory History { get; } = history;

        public FoldChanges Changes { get; set; }
    }
}
