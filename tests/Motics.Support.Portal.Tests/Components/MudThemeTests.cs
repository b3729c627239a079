using System.Text.RegularExpressions;
using Bunit;
using Motics.Support.Portal.Tests.Architecture;
using MudBlazor;

namespace Motics.Support.Portal.Tests.Components;

/// <summary>Our stylesheet stands for MudBlazor's theme provider, which no page has.</summary>
public sealed partial class MudThemeTests : PortalBunit
{
    [Fact]
    public void Stylesheet_DefinesWhatTheProviderOfThisVersionWould()
    {
        var wanted = Names(Render<MudThemeProvider>().Markup);
        var defined = Names(Sources.Of("src/Motics.Support.Portal/wwwroot/css", "mud.css").Single().Text);

        Assert.True(wanted.Count > 150, "The provider defines hardly anything: its names are not found.");
        Assert.Empty(wanted.Except(defined));
    }

    private static List<string> Names(string css) => [.. Definition().Matches(css).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"(--mud-[\w-]+)\s*:")]
    private static partial Regex Definition();
}
