using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Organisations;

/// <summary>Says how a connection stands, with times that stay true: what works, what does not, and since when.</summary>
internal static class HealthWords
{
    // Verifying is something that Motics does once, and "other" never succeeds: that they were not tried is no news.
    private static readonly Operation[] Daily = [Operation.PatientSearch, Operation.NotePush];

    /// <summary>The moment of an event.</summary>
    public static string Time(EventStamp stamp) => Moment.Utc(stamp.Time);

    /// <summary>An EHR that the migration did not disconnect; no full stop.</summary>
    public static string LeftAlone(Ehr ehr) => $"The migration does not ask {ehr.Profile().Name} clinics to reconnect";

    /// <summary>Nothing worked or failed since the migration: nothing was tried, or searches found nobody, which is neither.</summary>
    public static string Untried(ConnectionState connection, EventStamp migration) => SearchedInVain(connection, migration)
        ? $"No key was saved since the migration on {Time(migration)}, and every search since has found nobody."
        : $"No key was saved and nothing has worked since the migration on {Time(migration)}.";

    /// <summary>A failure that shows a key problem, and no new key since.</summary>
    public static string KeyMissing(UnmendedRun failure, EventStamp? success, EventStamp? migration)
    {
        var failing = $"{Labels.Sentence(failure.Kind)} since {Time(failure.First)}";
        return EventStamp.IsAfter(migration, success) ? $"{failing}; no key was saved since the migration on {Time(migration!.Value)}."
            : success is { } last ? $"{failing}; no key was saved since the last success on {Time(last)}."
            : $"{failing}; no key was ever saved.";
    }

    /// <summary>What works and what fails, while something fails.</summary>
    public static string Standing(ConnectionState connection)
    {
        var (works, failing) = (Works(connection.Operations.States()), Failing(connection.Operations));
        if (works is not null)
            return $"{Upper(works)}; {failing}.";
        var before = connection.LastSuccess is { } success ? $"the last success was on {Time(success)}" : "nothing has worked so far";
        return $"{Upper(failing)}; {before}.";
    }

    /// <summary>What works and what was not tried, while nothing fails.</summary>
    public static string Working(ConnectionState connection, EventStamp since, EventStamp? migration)
    {
        var states = connection.Operations.States();
        var inVain = states[(int)Operation.PatientSearch].State == OperationStatus.NotTried && SearchedInVain(connection, EventStamp.Later(connection.LastKey, migration));
        var untried = Daily.Where(operation => states[(int)operation].State == OperationStatus.NotTried && !(inVain && operation == Operation.PatientSearch)).Select(Name).ToList();
        var works = Works(states) is { } names ? $"{Upper(names)}, and nothing has failed since {Time(since)}" : $"Nothing has failed since {Time(since)}";
        if (inVain)
            works = $"{works}; searches have found nobody{After(connection.LastKey, migration)}";
        return untried.Count == 0 ? $"{works}." : $"{works}; {string.Join(" and ", untried)} {(untried.Count == 1 ? "has" : "have")} not been tried{After(connection.LastKey, migration)}.";
    }

    private static bool SearchedInVain(ConnectionState connection, EventStamp? since) => connection.Searches.Count > 0 && EventStamp.IsAfter(connection.Searches[0].Stamp, since);

    /// <summary>What fails, since when and how often, the longest first; no full stop.</summary>
    public static string Failing(ConnectionOperations operations) => string.Join("; ", operations.States().Failing()
        .Select(state => $"{Name(state.Operation)} {Has(state.Operation)} failed since {Moment.Utc(state.Since!.Value)}, {Times(state.Failures)}"));

    private static string? Works(IReadOnlyList<OperationState> states)
    {
        var names = states.Where(state => state.State == OperationStatus.Works).Select(state => Name(state.Operation)).ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"{names[0]} works",
            _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]} work",
        };
    }

    private static string After(EventStamp? key, EventStamp? migration) =>
        EventStamp.IsAfter(key, migration) ? " with the newest key"
        : migration is null ? " yet"
        : $" since the migration on {Time(migration.Value)}";

    private static string Name(Operation operation) => operation == Operation.Other ? "other actions" : Labels.Lower(Labels.Of(operation));

    private static string Has(Operation operation) => operation == Operation.Other ? "have" : "has";

    private static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    private static string Upper(string text) => string.Concat([char.ToUpperInvariant(text[0])], text.AsSpan(1));
}
