using System.Globalization;

namespace Motics.Support.Simulator.Posting;

/// <summary>What became of what was posted so far.</summary>
public sealed record Tally
{
    public long Accepted { get; init; }

    public long Duplicates { get; init; }

    public long Rejected { get; init; }

    /// <summary>Requests that had to be sent again: the portal was busy or out of reach.</summary>
    public long Retries { get; init; }

    /// <summary>Why the portal rejected an event, the first time it did; null while it did not.</summary>
    public string? FirstRejection { get; init; }

    /// <summary>Why posting had to stop; null while it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>Events that were answered.</summary>
    public long Posted => Accepted + Duplicates + Rejected;

    /// <summary>Both together.</summary>
    public Tally And(Tally other) => new()
    {
        Accepted = Accepted + other.Accepted,
        Duplicates = Duplicates + other.Duplicates,
        Rejected = Rejected + other.Rejected,
        Retries = Retries + other.Retries,
        FirstRejection = FirstRejection ?? other.FirstRejection,
        Failure = Failure ?? other.Failure,
    };

    /// <summary>One line for the person who watches.</summary>
    public string Line(TimeSpan taken) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Posted,9:N0} posted  {Accepted,9:N0} accepted  {Duplicates,7:N0} duplicates  {Rejected,5:N0} rejected  {Posted / Math.Max(taken.TotalSeconds, 0.001),7:N0}/s  {Retries,3:N0} retries");
}
