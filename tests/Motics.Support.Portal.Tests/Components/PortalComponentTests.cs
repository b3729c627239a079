using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Portal.Components;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Tests.Hosting;
using MudBlazor;

namespace Motics.Support.Portal.Tests.Components;

/// <summary>The frame that every action of every page goes through.</summary>
public sealed class PortalComponentTests : PortalBunit
{
    private readonly List<TaskCompletionSource> asked = [];

    [Theory]
    [InlineData("one")]
    [InlineData("row-1")]
    [InlineData("form")]
    public async Task Action_PressedAgainBeforeItIsDone_ActsOnce(string button)
    {
        var page = Show();
        var first = PressAsync(page, button, 1);
        var second = PressAsync(page, button, 2);
        Assert.Single(asked);
        await page.InvokeAsync(asked[0].SetResult);
        await Task.WhenAll(first, second);
        var third = PressAsync(page, button, 1);
        Assert.Equal(2, asked.Count);
        await page.InvokeAsync(asked[1].SetResult);
        await third;
    }

    [Fact]
    public async Task Key_HeldDownOnAButton_ActsOnce()
    {
        var page = Show();
        var presses = Enumerable.Range(0, 5).Select(_ => PressAsync(page, "row-1", 0)).ToList();
        Assert.Single(asked);
        await page.InvokeAsync(asked[0].SetResult);
        await Task.WhenAll(presses);
    }

    // By Enter, and by mouse.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task OtherAction_WhileOneRuns_IsNotLost(long detail)
    {
        var page = Show();
        var presses = new[] { PressAsync(page, "one", detail), PressAsync(page, "row-1", detail), PressAsync(page, "row-2", detail), PressAsync(page, "row-1", detail) };
        Assert.Equal(3, asked.Count);
        await page.InvokeAsync(() => asked.ForEach(task => task.SetResult()));
        await Task.WhenAll(presses);
    }

    [Fact]
    public async Task Action_ThatFails_IsToldWhereItWasAskedForAndCanBeTriedAgain()
    {
        var page = Show(place: true);
        var press = PressAsync(page, "one", 1);
        Assert.True(page.Instance.Acting);
        await page.InvokeAsync(() => asked[0].SetException(new InvalidOperationException("Data Source=secret.db")));
        await press;
        var told = page.Find("[data-testid=action-problem]").TextContent;
        Assert.Contains(page.Instance.ActionFailure!, told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);
        Assert.False(page.Instance.Acting);
        Assert.Empty(Services.GetRequiredService<ISnackbar>().ShownSnackbars);

        var again = PressAsync(page, "one", 1);
        Assert.Empty(page.FindAll("[data-testid=action-problem]"));
        await page.InvokeAsync(asked[1].SetResult);
        await again;
    }

    [Fact]
    public async Task Action_ThatFailsWhereThereIsNoPlace_IsToldAtTheEdge()
    {
        var page = Show();
        var press = PressAsync(page, "form", 1);
        await page.InvokeAsync(() => asked[0].SetException(new InvalidOperationException("x")));
        await press;
        Assert.Single(Services.GetRequiredService<ISnackbar>().ShownSnackbars);
    }

    [Fact]
    public async Task Action_ThatThrowsAtOnce_IsTold()
    {
        var page = Show(place: true);
        await PressAsync(page, "throws", 1);
        Assert.NotNull(page.Find("[data-testid=action-problem]"));
    }

    // The child must not go on as if its parent had done what it asked.
    [Fact]
    public async Task ActionOfAParent_ThatFails_FailsForTheChildThatBeganIt()
    {
        var page = Show(place: true);
        await PressAsync(page, "child", 1);
        Assert.NotNull(page.FindComponent<Child>().Instance.ActionFailure);
        Assert.False(page.FindComponent<Child>().Instance.WentOn);
        Assert.Null(page.Instance.ActionFailure);
    }

    [Fact]
    public void Timer_ThatThrows_TakesNothingAlong()
    {
        var page = Show();
        page.Instance.FromATimer();
        page.Render();
        Assert.NotNull(page.Find("#one"));
    }

    private IRenderedComponent<Page> Show(bool place = false) => Render<Page>(parameters => parameters.Add(page => page.Asked, Asked).Add(page => page.Place, place));

    private Task Asked()
    {
        asked.Add(new TaskCompletionSource());
        return asked[^1].Task;
    }

    private static Task PressAsync(IRenderedComponent<Page> page, string button, long detail) => button == "form"
        ? page.Find("form").SubmitAsync()
        : page.Find("#" + button).ClickAsync(new MouseEventArgs { Detail = detail, Type = "click" });

    private sealed class Page : PortalComponent
    {
        [Parameter] public Func<Task> Asked { get; set; } = default!;

        [Parameter] public bool Place { get; set; }

        public void FromATimer() => Later(() => throw new InvalidOperationException("x"));

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Button(builder, "one", AskAsync);
            Button(builder, "throws", () => throw new InvalidOperationException("x"));
            foreach (var row in new[] { "row-1", "row-2" })
            {
                Button(builder, row, () => AskFor(row));
            }

            builder.OpenElement(10, "form");
            builder.AddAttribute(11, "onsubmit", EventCallback.Factory.Create<EventArgs>(this, AskAsync));
            builder.CloseElement();
            builder.OpenComponent<Child>(12);
            builder.AddComponentParameter(13, nameof(Child.Wanted), EventCallback.Factory.Create(this, () => throw new InvalidOperationException("x")));
            builder.CloseComponent();
            if (Place)
            {
                builder.OpenComponent<ActionProblem>(14);
                builder.AddComponentParameter(15, nameof(ActionProblem.Of), this);
                builder.CloseComponent();
            }
        }

        private Task AskAsync() => Asked();

        private Task AskFor(string row) => row.Length > 0 ? Asked() : Task.CompletedTask;

        private void Button(RenderTreeBuilder builder, string id, Func<Task> act)
        {
            builder.OpenElement(0, "button");
            builder.SetKey(id);
            builder.AddAttribute(1, "id", id);
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, act));
            builder.CloseElement();
        }
    }

    private sealed class Child : PortalComponent
    {
        public bool WentOn { get; private set; }

        [Parameter] public EventCallback Wanted { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", "child");
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, AskAsync));
            builder.CloseElement();
        }

        private async Task AskAsync()
        {
            await Wanted.InvokeAsync();
            WentOn = true;
        }
    }
}
