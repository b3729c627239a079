using Bunit;
using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;

namespace Motics.Support.Portal.Tests.Components;

public sealed class LoadEnvelopeTests : PortalBunit
{
    private readonly Queue<Func<Task<Outcome<string>>>> answers = new();
    private int reads;

    [Fact]
    public void LoadEnvelope_ReadOnItsWay_SaysThatItLoads()
    {
        var waiting = new TaskCompletionSource<Outcome<string>>();
        answers.Enqueue(() => waiting.Task);

        var envelope = Show();

        Assert.Equal("Loading the tickets", envelope.Find("[aria-busy=true] .visually-hidden").TextContent);
        waiting.SetResult("three tickets");
        envelope.WaitForAssertion(() => Assert.Equal("three tickets", envelope.Find("p.value").TextContent));
    }

    [Fact]
    public void LoadEnvelope_Prerendering_ReadsNothing()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Show();

        Assert.Equal(0, reads);
    }

    [Fact]
    public void LoadEnvelope_Throws_ShowsAReferenceAndNotTheException()
    {
        answers.Enqueue(() => throw new InvalidOperationException("no such table: secret_things"));

        var envelope = Show();

        Assert.Contains("Could not show the tickets", envelope.Markup, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{4}-[0-9a-f]{4}$", envelope.Find("code").TextContent);
        Assert.DoesNotContain("secret_things", envelope.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadEnvelope_RetryAfterFailure_ShowsTheValue()
    {
        answers.Enqueue(() => throw new InvalidOperationException("away"));
        Answer("back");
        var envelope = Show();

        envelope.Find("button.pri").Click();

        envelope.WaitForAssertion(() => Assert.Equal("back", envelope.Find("p.value").TextContent));
    }

    [Fact]
    public async Task LoadEnvelope_RefreshFails_KeepsTheValueAndSaysItsAge()
    {
        Answer("three tickets");
        answers.Enqueue(() => throw new InvalidOperationException("away"));
        var envelope = Show();
        Clock.Advance(TimeSpan.FromMinutes(5));

        await envelope.Instance.RefreshAsync();

        Assert.Equal("three tickets", envelope.Find("p.value").TextContent);
        Assert.Contains("5 min ago", envelope.Find(".stale").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void LoadEnvelope_Denied_SaysWhoCanHelp()
    {
        answers.Enqueue(() => Task.FromResult<Outcome<string>>(new Refusal.Denied(Permission.ReadTickets)));

        var envelope = Show();

        Assert.Contains("Your role does not open this", envelope.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "nothing yet")]
    [InlineData(true, "nothing matches")]
    public void LoadEnvelope_Empty_TellsNothingYetFromNothingMatches(bool filtered, string expected)
    {
        Answer("");

        Assert.Equal(expected, Show(filtered).Markup.Trim());
    }

    [Fact]
    public async Task LoadEnvelope_NewReadWhileOneRuns_TheOldOneIsNoLongerShown()
    {
        var slow = new TaskCompletionSource<Outcome<string>>();
        answers.Enqueue(() => slow.Task);
        Answer("newer");
        var envelope = Show();

        await envelope.Instance.RefreshAsync();
        slow.SetResult("older");

        envelope.WaitForAssertion(() => Assert.Equal("newer", envelope.Find("p.value").TextContent));
    }

    [Fact]
    public void LoadEnvelope_SameKeyAgain_ReadsOnce()
    {
        Answer("once");
        var envelope = Show();

        envelope.Render(parameters => parameters.Add(part => part.What, "the same"));

        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task LoadEnvelope_NewsAfterThePageWent_ReadsNothingAndReportsNothing()
    {
        Answer("three tickets");
        var envelope = Show().Instance;
        envelope.Dispose();

        await envelope.RefreshAsync(_ => throw new ObjectDisposedException("IServiceProvider"));
        await envelope.RefreshAsync();

        Assert.Equal((1, "three tickets"), (reads, envelope.Value));
    }

    private void Answer(string value) => answers.Enqueue(() => Task.FromResult<Outcome<string>>(value));

    private IRenderedComponent<LoadEnvelope<string>> Show(bool filtered = false) => Render<LoadEnvelope<string>>(parameters => parameters
        .Add(part => part.Read, _ => { reads++; return answers.Dequeue()(); })
        .Add(part => part.Key, 1)
        .Add(part => part.What, "the tickets")
        .Add(part => part.IsEmpty, value => value.Length == 0)
        .Add(part => part.Filtered, filtered)
        .Add(part => part.Empty, "nothing yet")
        .Add(part => part.NothingMatches, "nothing matches")
        .Add(part => part.ChildContent, value => $"<p class=\"value\">{value}</p>"));
}
