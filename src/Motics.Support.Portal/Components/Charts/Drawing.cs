using System.Globalization;

namespace Motics.Support.Portal.Components.Charts;

/// <summary>Turns positions between 0 and 1 (left to right, bottom to top) into what SVG and style sheets read. The picture is <see cref="Side"/> by <see cref="Side"/> and stretched to its place.</summary>
public static class Drawing
{
    public const int Side = 1000;

    /// <summary>A share as a percentage of a style sheet: "12.5%".</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 2)}%");

    /// <summary>A line through these points; empty for none.</summary>
    public static string Line(IEnumerable<(double Across, double Up)> points) => string.Join(' ', points.Select((point, index) => $"{(index == 0 ? "M" : "L")}{Spot(point)}"));

    /// <summary>What lies between a line and the bottom.</summary>
    public static string Area(IReadOnlyList<(double Across, double Up)> points) =>
        points.Count == 0 ? "" : $"M{Spot((points[0].Across, 0))} {string.Join(' ', points.Select(point => $"L{Spot(point)}"))} L{Spot((points[^1].Across, 0))}Z";

    /// <summary>What lies between two lines over the same positions.</summary>
    public static string Band(IReadOnlyList<(double Across, double Up)> low, IReadOnlyList<(double Across, double Up)> high) =>
        low.Count == 0 ? "" : $"{Line(high)} {string.Join(' ', low.Reverse().Select(point => $"L{Spot(point)}"))}Z";

    /// <summary>A number of the picture: at most one digit behind the point.</summary>
    public static string At(double share) => Math.Round(share * Side, 1).ToString(CultureInfo.InvariantCulture);

    private static string Spot((double Across, double Up) point) => $"{At(point.Across)},{At(1 - point.Up)}";
}
