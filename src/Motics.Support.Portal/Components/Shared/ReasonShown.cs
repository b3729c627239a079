namespace Motics.Support.Portal.Components.Shared;

/// <summary>One reason in a <see cref="BecauseList"/>.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="From">Who says so ("events", "you"); null when it needs no saying.</param>
/// <param name="At">When it was said or happened; null when it has no time.</param>
public sealed record ReasonShown(string Text, string? From = null, DateTimeOffset? At = null);
