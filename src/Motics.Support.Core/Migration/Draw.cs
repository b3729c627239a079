namespace Motics.Support.Core.Migration;

/// <summary>Chance with a fixed seed: the same forecast for the same numbers, on every machine and runtime.</summary>
internal sealed class Draw(ulong seed)
{
    private const double FewForNormal = 12;

    private ulong state = seed;

    /// <summary>A share that so many of so many are compatible with: from the Beta distribution, with half a return and half a miss to begin with.</summary>
    public double Share(int happened, int of)
    {
        var (yes, no) = (Gamma(happened + 0.5), Gamma(of - happened + 0.5));
        return yes / (yes + no);
    }

    /// <summary>How many of so many come about, each with this chance.</summary>
    public int Successes(int of, double chance)
    {
        var (mean, spread) = (of * chance, Math.Sqrt(of * chance * (1 - chance)));
        if (mean > FewForNormal && of - mean > FewForNormal)
            return Math.Clamp((int)Math.Round(mean + (spread * Normal())), 0, of);
        // From one success to the next, the misses between skipped at once.
        var (count, at, misses) = (0, 0.0, Math.Log(1 - Math.Min(chance, 1 - 1e-12)));
        while (misses < 0 && (at += Math.Floor(Math.Log(Uniform()) / misses) + 1) <= of)
            count++;
        return count;
    }

    // Above 0 and below 1 (SplitMix64).
    private double Uniform()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (((mixed ^ (mixed >> 31)) >> 11) + 0.5) / (1UL << 53);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    // Marsaglia and Tsang.
    private double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(Uniform(), 1 / shape);
        var (d, c) = (shape - (1.0 / 3), 1 / Math.Sqrt(9 * (shape - (1.0 / 3))));
        while (true)
        {
            var normal = Normal();
            var cube = Math.Pow(1 + (c * normal), 3);
            if (cube > 0 && Math.Log(Uniform()) < (normal * normal / 2) + d - (d * cube) + (d * Math.Log(cube)))
                return d * cube;
        }
    }
}
