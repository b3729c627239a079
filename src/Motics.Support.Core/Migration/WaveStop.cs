namespace Motics.Support.Core.Migration;

/// <summary>Whether waves stop coming back before all of them are: said only when each wave that is old enough has all but stopped.</summary>
public static class WaveStop
{
    private const int OldEnough = 7;
    private const int Still = 3;
    private const double HardlyAny = 0.03;
    private const int FewestClinics = 5;

    /// <summary>The lowest and the highest share, 0 to 1, at which they stopped; null while one of them still comes back, while all are back, and of waves too small or too young to say.</summary>
    public static (double Lowest, double Highest)? Of(IReadOnlyList<WaveComeback> waves)
    {
        ArgumentNullException.ThrowIfNull(waves);
        // A day that only a part of the wave has seen would compare others with others.
        var whole = waves.Where(wave => wave.Organisations >= FewestClinics)
            .Select(wave => wave.Shares.Where(share => share.Of == wave.Organisations).Select(share => share.Share).ToList())
            .Where(shares => shares.Count > OldEnough).ToList();
        if (whole.Count == 0 || whole.Exists(shares => shares[^1] - shares[^(1 + Still)] > HardlyAny || shares[^1] >= 1))
            return null;
        return (whole.Min(shares => shares[^1]), whole.Max(shares => shares[^1]));
    }
}
