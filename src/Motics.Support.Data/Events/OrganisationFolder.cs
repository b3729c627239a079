using System.Data.Common;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Rows;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Live;

namespace Motics.Support.Data.Events;

/// <summary>Folds the events of one transaction into the organisations they are about: each is read at most once and written once.</summary>
internal sealed class OrganisationFolder(StatementSet statements, KnownOrganisations known, DateTimeOffset now)
{
    private readonly OrganisationRows organisations = new(statements);
    private readonly ConnectionRows connections = new(statements);
    private readonly Dictionary<string, OpenOrganisation> open = new(StringComparer.Ordinal);

    /// <summary>Those saved whose reason may be another now: all but those that work as they did.</summary>
    public List<string> ReasonDue { get; } = [];

    /// <summary>Those saved whose need counts now or no longer, or over another EHR.</summary>
    public List<string> NeedChanged { get; } = [];

    /// <summary>Reads the organisations that these events are about; makes those not seen before.</summary>
    public void Open(IReadOnlyList<PreparedEvent> events)
    {
        var unknown = new List<string>();
        foreach (var id in events.Select(prepared => prepared.Event.OrganisationId).Distinct(StringComparer.Ordinal))
        {
            if (known.Find(id) is { } organisation)
                open.Add(id, new OpenOrganisation(organisation, statements));
            else
                unknown.Add(id);
        }
        foreach (var organisation in Load(unknown))
            open.Add(organisation.State.Id, new OpenOrganisation(organisation, statements));
    }

    /// <summary>Folds an event that is new.</summary>
    public void Apply(PreparedEvent prepared) => open[prepared.Event.OrganisationId].Apply(prepared);

    /// <summary>Writes what changed.</summary>
    public void Save()
    {
        foreach (var organisation in open.Values)
            organisation.Keys.Flush();
        statements.Send();
        foreach (var (id, organisation) in open)
            known.Remember(id, Save(organisation));
        organisations.SaveSearch();
    }

    /// <summary>Notes which organisations have something new.</summary>
    public void Tell(DbTransaction transaction)
    {
        foreach (var id in open.Keys)
            transaction.Wrote(LiveTopic.Organisation(id));
    }

    private IEnumerable<KnownOrganisation> Load(List<string> ids)
    {
        var stored = organisations.Find(ids);
        foreach (var id in ids.Where(id => !stored.ContainsKey(id)))
            organisations.Insert(id);
        statements.Send();
        var states = stored.Values.Select(organisation => organisation.State).ToDictionary(state => state.Id, StringComparer.Ordinal);
        var marks = connections.Load(states);
        // A program of the edition before wrote them while nodes were exchanged.
        var behind = stored.Where(each => each.Value.Summary.Edition < FoldingEdition.Current || each.Value.State.Connections.Values.Any(connection => connection.IsBehind(each.Value.State.Migration))).ToDictionary(StringComparer.Ordinal);
        var renewed = behind.Count == 0 ? [] : new Refold(statements, now).Run(behind);
        return ids.Select(id => stored.TryGetValue(id, out var found)
            ? new KnownOrganisation(found.State, found.State.Name.Value, renewed.GetValueOrDefault(id, found.Summary), marks[id])
            : new KnownOrganisation(new OrganisationState { Id = id }, null, new OrganisationSummary(), new Dictionary<string, ConnectionMarks>()));
    }

    private KnownOrganisation Save(OpenOrganisation organisation)
    {
        var (state, stored) = (organisation.State, organisation.Stored);
        var marks = SaveConnections(state, stored.Connections);
        if ((organisation.Changes & FoldChanges.Keys) != 0)
            state.Keys = organisation.Keys.SinceMigration(state);
        if ((organisation.Changes & FoldChanges.Profile) != 0)
            organisations.SaveProfile(state, state.Name.Value != stored.Name);
        var summary = OrganisationSummary.Of(state, stored.Summary, organisation.HasStoredError, organisation.Changes == FoldChanges.None);
        organisations.SaveSummary(state.Id, summary, stored.Summary);
        if (summary.Fallout.State.CanNeed() != stored.Summary.Fallout.State.CanNeed() || (summary.OwnEhr != stored.Summary.OwnEhr && summary.Fallout.State.CanNeed()))
            NeedChanged.Add(state.Id);
        if (summary != stored.Summary || summary.Health != Health.Connected)
            ReasonDue.Add(state.Id);
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
}
