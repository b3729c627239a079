using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Events;

/// <summary>Folds the events of one transaction into the organisations they are about: each is loaded once and written once.</summary>
internal sealed class OrganisationFolder(StatementSet statements)
{
    private readonly OrganisationRows organisations = new(statements);
    private readonly ConnectionRows connections = new(statements);
    private readonly Dictionary<string, Open> open = new(StringComparer.Ordinal);

    /// <summary>Organisations that something changed for.</summary>
    public IReadOnlyCollection<string> Touched => open.Keys;

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
        if (organisations.Find(id) is not var (state, health, since))
        {
            organisations.Insert(id);
            (state, health, since) = (new OrganisationState { Id = id }, Health.Unknown, null);
        }
        var keys = new KeyEntryRows(statements, id);
        return new Open(state, connections.Load(state), keys, new EventHistory(statements, id, keys), health, since);
    }

    private void Save(Open organisation)
    {
        var state = organisation.State;
        organisation.Keys.Flush();
        foreach (var connection in state.Connections.Values.Where(connection => connection.IsChanged))
            connections.Save(state.Id, connection, organisation.Stored.Contains(connection.Ehr));
        if ((organisation.Changes & FoldChanges.Keys) != 0)
            state.Keys = state.OwnConnectionName is { } own ? organisation.Keys.Since(own, state.Migration) : new KeySummary(0, 0, 0, null);
        if ((organisation.Changes & FoldChanges.Profile) != 0)
            organisations.SaveProfile(state, state.Name.Value != organisation.Name);
        var finding = HealthRule.Find(state);
        organisations.SaveState(state, finding);
        if (finding.Health != organisation.Health || UnixTime.Of(finding.Since) != organisation.Since)
            organisations.SaveHealth(state.Id, finding);
    }

    private sealed class Open(OrganisationState state, HashSet<string> stored, KeyEntryRows keys, EventHistory history, Health health, long? since)
    {
        public OrganisationState State { get; } = state;

        /// <summary>Names of the connections that have a row.</summary>
        public HashSet<string> Stored { get; } = stored;

        public KeyEntryRows Keys { get; } = keys;

        public EventHistory History { get; } = history;

        /// <summary>As it was loaded.</summary>
        public string? Name { get; } = state.Name.Value;

        /// <summary>As it was loaded.</summary>
        public Health Health { get; } = health;

        /// <summary>As it was loaded.</summary>
        public long? Since { get; } = since;

        public FoldChanges Changes { get; set; }
    }
}
