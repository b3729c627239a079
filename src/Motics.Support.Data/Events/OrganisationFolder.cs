using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Events;

/// <summary>Folds the events of one transaction into the organisations they are about: each is read at most once and written once.</summary>
internal sealed class OrganisationFolder(StatementSet statements, KnownOrganisations known)
{
    private readonly OrganisationRows organisations = new(statements);
    private readonly ConnectionRows connections = new(statements);
    private readonly Dictionary<string, Open> open = new(StringComparer.Ordinal);

    /// <summary>Folds an event that is stored already and was not folded before.</summary>
    public void Apply(PreparedEvent prepared)
    {
        var id = prepared.Event.OrganisationId;
        if (!open.TryGetValue(id, out var organisation))
            open.Add(id, organisation = new Open(known.Find(id) ?? Load(id), statements));
        organisation.Changes |= OrganisationFold.Apply(organisation.State, prepared.Event, prepared.Stamp, organisation.History);
    }

    /// <summary>Writes what changed.</summary>
    public void Save()
    {
        foreach (var (id, organisation) in open)
            known.Remember(id, Save(organisation));
    }

    private KnownOrganisation Load(string id)
    {
        if (organisations.Find(id) is not var (state, summary))
        {
            organisations.Insert(id);
            return new KnownOrganisation(new OrganisationState { Id = id }, null, new OrganisationSummary(), new Dictionary<string, ConnectionMarks>());
        }
        return new KnownOrganisation(state, state.Name.Value, summary, connections.Load(state));
    }

    private KnownOrganisation Save(Open organisation)
    {
        var (state, stored) = (organisation.State, organisation.Stored);
        organisation.Keys.Flush();
        var marks = SaveConnections(state, stored.Connections);
        if ((organisation.Changes & FoldChanges.Keys) != 0)
            state.Keys = state.OwnConnectionName is { } own ? organisation.Keys.Since(own, state.Migration) : new KeySummary(0, 0, 0, null);
        if ((organisation.Changes & FoldChanges.Profile) != 0)
            organisations.SaveProfile(state, state.Name.Value != stored.Name);
        var summary = OrganisationSummary.Of(state, stored.Summary, organisation.HasStoredError);
        organisations.SaveSummary(state.Id, summary, stored.Summary);
        return new KnownOrganisation(state, state.Name.Value, summary, marks);
    }

    private Dictionary<string, ConnectionMarks> SaveConnections(OrganisationState state, IReadOnlyDictionary<string, ConnectionMarks> stored)
    {
        var marks = new Dictionary<string, ConnectionMarks>(stored, StringComparer.Ordinal);
        foreach (var connection in state.Connections.Values.Where(connection => connection.IsChanged))
        {
            connections.Save(state.Id, connection, stored.GetValueOrDefault(connection.Ehr));
            marks[connection.Ehr] = ConnectionMarks.Of(connection);
            connection.Saved();
        }
        return marks;
    }

    /// <summary>An organisation in work.</summary>
    private sealed class Open
    {
        private readonly ConnectionState? own;
        private readonly EventStamp? lastFailure;

        public Open(KnownOrganisation stored, StatementSet statements)
        {
            (Stored, own, lastFailure) = (stored, stored.State.Own, stored.State.Own?.LastFailure);
            Keys = new KeyEntryRows(statements, stored.State.Id);
            History = new EventHistory(statements, stored.State.Id, Keys);
        }

        public KnownOrganisation Stored { get; }

        public OrganisationState State => Stored.State;

        public KeyEntryRows Keys { get; }

        public EventHistory History { get; }

        public FoldChanges Changes { get; set; }

        /// <summary>True while the newest failure is the one it was.</summary>
        public bool HasStoredError => ReferenceEquals(State.Own, own) && own?.LastFailure == lastFailure;
    }
}
