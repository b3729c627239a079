using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Organisations;

/// <summary>The state of an organisation's connection, why, and since when.</summary>
/// <param name="Reason">A sentence with absolute times.</param>
/// <param name="Since">Null while nothing is known.</param>
public sealed record HealthFinding(Health Health, string Reason, DateTimeOffset? Since);

/// <summary>
/// Finds the state of an organisation's connection (contract, "States"): the first that applies, over the organisation's own EHR only. A
/// migration, key or success that there never was lies before everything.
/// </summary>
public static class HealthRule
{
    /// <summary>Finds the state.</summary>
    public static HealthFinding Find(OrganisationState organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (organisation.OwnEhr is not { } ehr)
            return new HealthFinding(Health.Unknown, "Motics has not said which EHR this organisation uses.", null);
        if (ehr == Ehr.None)
            return new HealthFinding(Health.Unknown, "Motics says that this organisation uses no EHR.", null);
        var connection = organisation.Own ?? new ConnectionState { Ehr = Kebab.Name(ehr) };
        return NotApplicable(ehr, connection)
            ?? Disabled(ehr, connection)
            ?? NeedsKey(connection, organisation.Migration)
            ?? Unverified(connection)
            ?? Failing(connection)
            ?? Connected(connection, organisation.Migration)
            ?? new HealthFinding(Health.Unknown, $"Nothing is known yet of the connection to {ehr.Profile().Name}.", null);
    }

    private static HealthFinding? NotApplicable(Ehr ehr, ConnectionState connection) =>
        !ehr.IsLeftAlone() ? null
        : connection.Operations.FailingSince is { } since ? new(Health.NotApplicable, $"{HealthWords.LeftAlone(ehr)}; {HealthWords.Failing(connection.Operations)}.", since.Time)
        : new(Health.NotApplicable, $"{HealthWords.LeftAlone(ehr)}.", connection.LastSuccess is null ? null : connection.Operations.ConnectedSince?.Time);

    private static HealthFinding? Disabled(Ehr ehr, ConnectionState connection) =>
        connection is { Enabled: false, Switched: { } switched }
            ? new HealthFinding(Health.Disabled, $"{ehr.Profile().Name} was switched off in Motics on {HealthWords.Time(switched)}.", switched.Time)
            : null;

    private static HealthFinding? NeedsKey(ConnectionState connection, EventStamp? migration)
    {
        if (connection.LastKey is { } key && !EventStamp.IsAfter(EventStamp.Later(connection.LastSuccess, migration), key))
            return null;
        var failure = connection.Operations.KeyFailure;
        var untried = migration is not null && EventStamp.IsAfter(migration, connection.Newest);
        if (failure is null && !untried)
            return null;
        var since = EventStamp.IsAfter(migration, connection.LastSuccess) ? migration : failure?.First;
        return new HealthFinding(Health.NeedsKey, untried ? HealthWords.Untried(connection, migration!.Value) : HealthWords.KeyMissing(failure!, connection.LastSuccess, migration), since?.Time);
    }

    private static HealthFinding? Unverified(ConnectionState connection) =>
        connection.LastKey is { } key && !EventStamp.IsAfter(connection.Newest, key)
            ? new HealthFinding(Health.Unverified, $"A key was saved on {HealthWords.Time(key)}, and nothing has shown since whether it works.", key.Time)
            : null;

    private static HealthFinding? Failing(ConnectionState connection) =>
        connection.Operations.FailingSince is { } since
            ? new HealthFinding(Health.Failing, HealthWords.Standing(connection), since.Time)
            : null;

    private static HealthFinding? Connected(ConnectionState connection, EventStamp? migration)
    {
        if (connection.LastSuccess is not { } success)
            return null;
        var since = connection.Operations.ConnectedSince ?? success;
        return new HealthFinding(Health.Connected, HealthWords.Working(connection, since, migration), since.Time);
    }
}
