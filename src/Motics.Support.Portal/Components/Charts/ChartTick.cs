namespace Motics.Support.Portal.Components.Charts;

/// <summary>A word below a chart.</summary>
/// <param name="Across">0 at the left, 1 at the right.</param>
/// <param name="Sparse">False for one that a narrow chart leaves out.</param>
/// <param name="Strong">For today.</param>
public sealed record ChartTick(double Across, string Word, bool Sparse = true, bool Strong = false);

/// <summary>A place in a chart with words of its own: where a wave begins, where the curve ends.</summary>
/// <param name="Across">0 at the left, 1 at the right.</param>
/// <param name="Word">"wave 2, 70".</param>
/// <param name="Brief">The same where it is narrow: "2".</param>
/// <param name="Link">The list that says the same number, in words that begin with <paramref name="Word"/>; null when it leads nowhere.</param>
/// <param name="Count">The number; null when it has none.</param>
public sealed record ChartMark(double Across, string Word, string Brief, ChartLink? Link = null, int? Count = null);

/// <summary>Where a number of a chart leads.</summary>
/// <param name="Href">The list that says the same number; null where there is nothing to list.</param>
/// <param name="Says">For who hears or hovers: "wave 2, 70 moved from 3 Nov on".</param>
public sealed record ChartLink(string? Href, string Says);

/// <summary>A bar that is a link.</summary>
/// <param name="Value">Its height; zero is drawn as none and leads nowhere.</param>
/// <param name="Word">Below it.</param>
/// <param name="Missing">Stands apart, dashed: what the others leave out.</param>
public sealed record ChartBar(int Value, string Word, ChartLink Link, bool Missing = false);
