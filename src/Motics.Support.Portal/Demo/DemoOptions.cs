namespace Motics.Support.Portal.Demo;

/// <summary>Whether there is demo data, and whether it goes on by itself.</summary>
/// <param name="Enabled"><c>Demo:Enabled</c>; in Development true when nothing is said, elsewhere false.</param>
/// <param name="Live"><c>Demo:Live</c>; true when nothing is said. Without <paramref name="Enabled"/> it means nothing.</param>
public sealed record DemoOptions(bool Enabled, bool Live);
