using System.Globalization;
using Motics.Support.Core.Errors;

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
        return Disabled(ehr, connection)
            ?? NeedsKey(connection, organisation.Migration)
            ?? Unverified(connection)
            ?? Tried(connection)
            ?? new HealthFinding(Health.Unknown, $"Nothing is known yet of the connection to {Name(ehr)}.", null);
    }

    private static HealthFinding? Disabled(Ehr ehr, ConnectionState connection) =>
        connection is { Enabled: false, Switched: { } switched }
            ? new HealthFinding(Health.Disabled, $"{Name(ehr)} was disabled in Motics on {Text(switched)}.", switched.Time)
            : null;

    private static HealthFinding? NeedsKey(ConnectionState connection, EventStamp? migration)
    {
        if (connection.LastKey is { } key && !EventStamp.IsAfter(EventStamp.Later(connection.LastSuccess, migration), key))
            return null;
        var keyFailure = connection.NewestFailed && connection.LastKind is { } kind && kind.IsKeyKind();
        var untried = migration is not null && EventStamp.IsAfter(migration, connection.Newest);
        if (!keyFailure && !untried)
            return null;
        var since = EventStamp.IsAfter(migration, connection.LastSuccess) ? migration : connection.RunStart;
        return new HealthFinding(Health.NeedsKey, untried ? $"No key was saved and nothing was tried since the migration on {Text(migration!.Value)}." : Missing(connection, migration), since?.Time);
    }

    private static string Missing(ConnectionState connection, EventStamp? migration)
    {
        var failing = $"{connection.LastKind!.Value.Words()} since {Text((connection.RunStart ?? connection.Newest)!.Value)}";
        return EventStamp.IsAfter(migration, connection.LastSuccess) ? $"{failing}; no key was saved since the migration on {Text(migration!.Value)}."
            : connection.LastSuccess is { } success ? $"{failing}; no key was saved since the last success on {Text(success)}."
            : $"{failing}; no key was ever saved.";
    }

    private static HealthFinding? Unverified(ConnectionState connection) =>
        connection.LastKey is { } key && !EventStamp.IsAfter(connection.Newest, key)
            ? new HealthFinding(Health.Unverified, $"A key was saved on {Text(key)} and has neither worked nor failed since.", key.Time)
            : null;

    private static HealthFinding? Tried(ConnectionState connection)
    {
        if (connection.Newest is not { } newest)
            return null;
        var since = connection.RunStart ?? newest;
        if (!connection.NewestFailed)
            return new HealthFinding(Health.Connected, $"Working since {Text(since)}.", since.Time);
        var before = connection.LastSuccess is { } success ? $"the last success was on {Text(success)}" : "nothing has worked so far";
        return new HealthFinding(Health.Failing, $"{connection.LastKind!.Value.Words()} since {Text(since)}; {before}.", since.Time);
    }

    private static string Text(EventStamp stamp) => stamp.Time.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Name(Ehr ehr) => ehr.ToString();
}
