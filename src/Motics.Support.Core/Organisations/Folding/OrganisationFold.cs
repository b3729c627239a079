using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>What an event changed, so that nothing else need be written.</summary>
[Flags]
public enum FoldChanges
{
    None = 0,

    /// <summary>What Motics told of the organisation, or its migration.</summary>
    Profile = 1,

    /// <summary>Key entries or their outcomes, or which of them count.</summary>
    Keys = 2,
}

/// <summary>Folds events into an organisation. In order an event costs the same however many came before; late ones look up what they must.</summary>
public static class OrganisationFold
{
    /// <summary>Folds one event, which must not have been folded before and must be in <paramref name="history"/> already.</summary>
    public static FoldChanges Apply(OrganisationState organisation, IntegrationEvent happened, EventStamp stamp, IEventHistory history)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentNullException.ThrowIfNull(history);
        var at = stamp.At;
        organisation.FirstEventAt = Math.Min(organisation.FirstEventAt ?? at, at);
        var own = organisation.OwnEhr;
        var changes = happened.Type switch
        {
            EventType.OrganisationUpdated => organisation.Update(happened, stamp) ? FoldChanges.Profile : FoldChanges.None,
            EventType.OrganisationMigrated => Migrate(organisation, happened, stamp, history),
            _ => Connect(organisation, happened, stamp, history),
        };
        return own == organisation.OwnEhr ? changes : changes | FoldChanges.Keys;
    }

    private static FoldChanges Migrate(OrganisationState organisation, IntegrationEvent happened, EventStamp stamp, IEventHistory history)
    {
        var changes = organisation.TakeWave(happened.Wave, stamp) ? FoldChanges.Profile : FoldChanges.None;
        if (!EventStamp.IsAfter(stamp, organisation.Migration))
            return changes;
        organisation.Migration = stamp;
        foreach (var connection in organisation.Connections.Values)
            connection.Migrated(stamp, history);
        return FoldChanges.Profile | FoldChanges.Keys;
    }

    private static FoldChanges Connect(OrganisationState organisation, IntegrationEvent happened, EventStamp stamp, IEventHistory history)
    {
        var connections = organisation.Connections;
        connections.TryGetValue(ConnectionState.Unnamed, out var unnamed);
        var ehr = happened.Ehr is { } named ? Kebab.Name(named) : ConnectionState.Unnamed;
        if (!connections.TryGetValue(ehr, out var connection))
            connections.Add(ehr, connection = ConnectionState.Begin(ehr, ehr.Length > 0 ? unnamed : null));
        if (ehr.Length > 0)
        {
            connection.Heard = EventStamp.Later(stamp, connection.Heard);
            return Fold(connection, organisation, happened, stamp, history);
        }
        var changes = FoldChanges.None;
        foreach (var each in connections.Values)
            changes |= Fold(each, organisation, happened, stamp, history);
        return changes;
    }

    private static FoldChanges Fold(ConnectionState connection, OrganisationState organisation, IntegrationEvent happened, EventStamp stamp, IEventHistory history)
    {
        var fold = new ConnectionFold(connection, organisation.Migration, history);
        fold.Apply(happened, stamp);
        return fold.KeysChanged ? FoldChanges.Keys : FoldChanges.None;
    }
}
