namespace Motics.Support.Portal.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="Next">To be handed back as <c>cursor</c>; null when this is the last part.</param>
public sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? Next);
