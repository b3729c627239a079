namespace Motics.Support.Core;

/// <summary>A change that is kept only when nobody was faster is worked out again on what is there then.</summary>
internal static class Rivals
{
    private const int Tries = 10;

    /// <summary>Tries until it was kept or refused.</summary>
    /// <param name="thing">What several people change, for who gives up: "ticket".</param>
    /// <param name="once">One try from the beginning; null when somebody was faster.</param>
    public static async Task<Outcome<T>> OutlastAsync<T>(string thing, Func<Task<Outcome<T>?>> once)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await once().ConfigureAwait(false) is { } outcome)
                return outcome;
        }
        return new Refusal.Conflict($"Several people change this {thing} at the moment. Try again.");
    }
}
