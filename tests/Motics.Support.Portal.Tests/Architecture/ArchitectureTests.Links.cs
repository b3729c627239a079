using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Motics.Support.Portal.Components;

namespace Motics.Support.Portal.Tests.Architecture;

/// <summary>Addresses are made in <see cref="Links"/>: what moves is changed there, and nothing leads nowhere.</summary>
public sealed partial class ArchitectureTests
{
    [Fact]
    public void Addresses_AreMadeByLinks() =>
        Assert.Empty(from file in Sources.Of("src/Motics.Support.Portal/Components", ".razor", ".cs")
                         .Concat(Sources.Of("src/Motics.Support.Portal/Access", ".razor")).Concat(Sources.Of("src/Motics.Support.Core", ".cs"))
                     where !file.Path.EndsWith("Components/Links.cs", StringComparison.Ordinal)
                     from line in file.Text.Split('\n')
                     where !line.StartsWith("@page ", StringComparison.Ordinal) && Address().IsMatch(line)
                     select $"{file.Path}: {line.Trim()}");

    [Theory]
    [InlineData("""<a href="/tickets/@row.Number">""")]
    [InlineData("""<a class="btn" href="/">Home</a>""")]
    [InlineData("""<form action="/sign-out">""")]
    [InlineData("""Navigation.NavigateTo($"/escalations/{number}");""")]
    [InlineData("""<a href="@($"/organisations?incident=true")">""")]
    public void Addresses_WrittenByHand_AreFound(string code) => Assert.Matches(Address(), code);

    [Fact]
    public void Links_KnowEveryPage()
    {
        string[] byNoLink = ["/dev/gallery", "/failed", "/not-found"];
        var links = typeof(Links).GetFields().Select(field => (string)field.GetRawConstantValue()!)
            .Concat([Links.NewTicket(), Links.Ticket(1), Links.Escalation(1), Links.Organisation("a"), Links.OutreachRun("a")]).Select(link => link.Split('?')[0]).ToHashSet();
        var pages = typeof(PortalComponent).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Except(byNoLink).ToList();

        Assert.True(pages.Count > 8);
        Assert.DoesNotContain(pages, page => !links.Any(link => Regex.IsMatch(link, $"^{Parameter().Replace(page, "[^/]+")}$")));
    }

    [GeneratedRegex("""(href|action|src|Href|Url)="@?/(?!css/|js/|favicon)(?!" />)|[($ ]"/[a-z]""")]
    private static partial Regex Address();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
