namespace Motics.Support.Simulator;

/// <summary>
/// Chance that can be repeated: the same seed gives the same draws on every machine and every version of .NET,
/// which <see cref="Random"/> does not promise. SplitMix64; good enough for stories, not for secrets.
/// </summary>
public sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>A stream of its own for a named purpose, so that one more draw here changes nothing there.</summary>
    public static Chance For(ulong seed, params ReadOnlySpan<string> purpose)
    {
        // FNV-1a over the names; string.GetHashCode differs from run to run.
        var hash = 14695981039346656037UL ^ seed;
        foreach (var name in purpose)
        {
            foreach (var letter in name)
                hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ '/') * 1099511628211UL;
        }
        return new Chance(hash);
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 (inclusive) to 1 (exclusive).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From 0 to <paramref name="limit"/>, which is not reached.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + TimeSpan.FromMilliseconds(Math.Floor(Unit() * (most - least).TotalMilliseconds));

    public bool Happens(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Lower-case hexadecimal digits.</summary>
    public string Hex(int digits) => string.Create(digits, this, static (letters, chance) =>
    {
        for (var index = 0; index < letters.Length; index++)
            letters[index] = "0123456789abcdef"[chance.Below(16)];
    });
}
