using System.Text.Json.Serialization;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Migration;

/// <summary>The organisations of one wave.</summary>
/// <param name="Wave">Null for those of which no wave is known.</param>
/// <param name="Organisations">How many.</param>
/// <param name="MigrationStates">Every state is named; they add up to <paramref name="Organisations"/>.</param>
public sealed record WaveStates(string? Wave, int Organisations, IReadOnlyDictionary<MigrationState, int> MigrationStates)
{
    /// <summary>Day in UTC on which the first of them was moved; null while that is not counted.</summary>
    [JsonIgnore]
    public DateOnly? FirstMoved { get; init; }

    /// <summary>Of those that were moved, how many had a success since.</summary>
    [JsonIgnore]
    public int Reconnected { get; init; }

    /// <summary>How many of them were moved and had something to reconnect.</summary>
    public int Moved() => Migration.MigrationStates.Moved.Sum(state => MigrationStates.GetValueOrDefault(state));
}

/// <summary>The organisations of one EHR at one place.</summary>
/// <param name="Ehr">Own EHR; null when it has none or none is known.</param>
/// <param name="Place">Nookal region or Cliniko shard; null when not known, and for other EHRs.</param>
/// <param name="Organisations">How many.</param>
/// <param name="MigrationStates">Every state is named; they add up to <paramref name="Organisations"/>.</param>
public sealed record PlaceStates(Ehr? Ehr, string? Place, int Organisations, IReadOnlyDictionary<MigrationState, int> MigrationStates);

/// <summary>Those that do not work and whose events lead to one rule.</summary>
/// <param name="Reason">Id of the playbook's rule; null where the events lead to none.</param>
/// <param name="Organisations">How many do not work for it.</param>
/// <param name="WithoutTicket">Of these, those without an open ticket.</param>
public sealed record ReasonCount(string? Reason, int Organisations, int WithoutTicket);

/// <summary>From the migration to the first success after it.</summary>
/// <param name="Median">In seconds, over those that are back (the mean of the middle two when their number is even); null while none is.</param>
/// <param name="NinthDecile">In seconds: nine in ten of those that are back took no longer; null while none is.</param>
/// <param name="Histogram">Every bar, the shortest first; they add up to those that are back.</param>
/// <param name="NotBack">Moved and without a success since: in none of the bars, and not in median and decile.</param>
public sealed record TimeToReconnect(double? Median, double? NinthDecile, IReadOnlyList<ReturnCount> Histogram, int NotBack);

/// <summary>One bar of the distribution.</summary>
public sealed record ReturnCount(ReturnTime Took, int Organisations);

/// <summary>How fast a wave comes back.</summary>
/// <param name="Wave">Null for those of which no wave is known.</param>
/// <param name="Organisations">How many were moved.</param>
/// <param name="Shares">By days since each one's own move, from 0 on, as far as one of them has come.</param>
public sealed record WaveComeback(string? Wave, int Organisations, IReadOnlyList<ComebackShare> Shares);

/// <summary>A wave so many days after the move of each.</summary>
/// <param name="Day">Full days since the move.</param>
/// <param name="Back">Of those that were moved that long ago, how many were back by the end of that day.</param>
/// <param name="Of">Those that were moved that long ago: a day that is not over yet counts nobody.</param>
/// <param name="Share">Of both, 0 to 1.</param>
public sealed record ComebackShare(int Day, int Back, int Of, double Share);

/// <summary>Keys that were asked for, by the replies that went out.</summary>
/// <param name="Asked">Replies with a request for a key.</param>
/// <param name="Needless">Of these, those where the cause that was known later was something else.</param>
/// <param name="ByRule">By the rule whose reply it was, the most needless first. Never by person.</param>
public sealed record NeedlessAsks(int Asked, int Needless, IReadOnlyList<RuleAsks> ByRule);

/// <summary>Keys that the reply of one rule asked for.</summary>
public sealed record RuleAsks(string Rule, int Asked, int Needless);
