namespace Motics.Support.Portal.Components.Charts;

/// <summary>An axis that begins at zero: as far as it goes, and where its lines are.</summary>
/// <param name="Top">The value at its end.</param>
/// <param name="Steps">The values that are written beside it, zero first.</param>
public sealed record Scale(double Top, IReadOnlyList<double> Steps)
{
    private static readonly int[] RoundSteps = [1, 2, 5, 10];

    /// <summary>Shares, 0 to 1.</summary>
    public static Scale Shares { get; } = new(1, [0, 0.25, 0.5, 0.75, 1]);

    /// <summary>Whole numbers up to this and a little further, in round steps of 1, 2 or 5 of a power of ten.</summary>
    public static Scale Upto(double most)
    {
        var wish = Math.Max(most, 1) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(wish)));
        var step = Math.Max(1, RoundSteps.Select(times => times * power).First(candidate => candidate >= wish));
        var count = (int)Math.Ceiling(Math.Max(most, 1) / step);
        return new(step * count, [.. Enumerable.Range(0, count + 1).Select(index => index * step)]);
    }

    /// <summary>Where a value stands, 0 at the bottom and 1 at the top.</summary>
    public double Share(double value) => Math.Clamp(value / Top, 0, 1);
}
