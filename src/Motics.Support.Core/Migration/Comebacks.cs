namespace Motics.Support.Core.Migration;

/// <summary>How fast waves come back: each organisation by days since its own move, so that waves are comparable.</summary>
public static class Comebacks
{
    private const int Most = 90;

    /// <summary>Every wave, the one that was moved last first.</summary>
    public static IReadOnlyList<WaveComeback> Of(IReadOnlyList<MovedGroup> groups, DateOnly today) =>
    [
        .. groups.GroupBy(group => group.Wave).OrderByDescending(wave => wave.Max(group => group.Moved)).ThenBy(wave => wave.Key, StringComparer.Ordinal)
            .Select(wave => new WaveComeback(wave.Key, wave.Sum(group => group.Organisations), [.. Shares([.. wave], today)])),
    ];

    private static IEnumerable<ComebackShare> Shares(IReadOnlyList<MovedGroup> wave, DateOnly today)
    {
        for (var day = 0; day <= Most; day++)
        {
            var over = wave.Where(group => group.Moved.AddDays(day) < today).ToList();
            if (over.Sum(group => group.Organisations) is not (> 0 and var of))
                yield break;
            var back = over.Where(group => group.Back <= group.Moved.AddDays(day)).Sum(group => group.Organisations);
            yield return new ComebackShare(day, back, of, (double)back / of);
        }
    }
}
