using Bunit;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Components.Triage;

namespace Motics.Support.Portal.Tests.Components.Triage;

public sealed class StepChecklistTests : PortalBunit
{
    private static readonly Person Anna = new("anna", "Anna");

    private readonly List<(string Step, bool Done)> ticks = [];

    [Fact]
    public void StepChecklist_SomeTicked_SaysHowManyWhoAndWhichIsNext()
    {
        var list = Show([Step("open", Ticked("open", Anna)), Step("paste", null), Step("save", null)]);

        Assert.Contains("1 of 3", list.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Contains("Anna", list.Find("[data-step=open] .ticked").TextContent, StringComparison.Ordinal);
        Assert.Equal("Do paste", list.Find("[data-step=paste] b").TextContent);
        Assert.Empty(list.FindAll("[data-step=save] b"));
    }

    [Fact]
    public void StepChecklist_TickedByReader_SaysYou()
    {
        var list = Show([Step("open", Ticked("open", new Person("me", "My Name")))]);

        Assert.Contains("you", list.Find(".ticked").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("My Name", list.Find(".ticked").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void StepChecklist_TickAndUntick_AsksForBoth()
    {
        var list = Show([Step("open", Ticked("open", Anna)), Step("paste", null)]);

        list.Find("[data-step=paste] input").Change(true);
        list.Find("[data-step=open] input").Change(false);

        Assert.Equal([("paste", true), ("open", false)], ticks);
    }

    [Fact]
    public void StepChecklist_EveryStep_HasItsTestIdAndLabel()
    {
        var list = Show([Step("open", null), Step("paste", null)]);

        Assert.Equal(2, list.FindAll("[data-testid=triage-step]").Count);
        Assert.All(list.FindAll("input"), box => Assert.NotNull(list.Find($"label[for={box.Id}]")));
    }

    [Fact]
    public void StepChecklist_TickedUnderAnotherVerdict_StaysVisible()
    {
        var list = Show([Step("paste", null)], [Ticked("open", Anna)]);

        Assert.Contains("1 step ticked under an earlier verdict", list.Find("summary").TextContent, StringComparison.Ordinal);
    }

    private static StepShown Step(string id, TickedStep? ticked) => new(id, $"Do {id}", Ticked: ticked);

    private TickedStep Ticked(string id, Person by) => new(id, $"Do {id}", Clock.GetUtcNow(), by);

    private IRenderedComponent<StepChecklist> Show(IReadOnlyList<StepShown> steps, IReadOnlyList<TickedStep>? earlier = null) =>
        Render<StepChecklist>(parameters => parameters
            .Add(list => list.Title, "Reconnect Cliniko")
            .Add(list => list.Steps, steps)
            .Add(list => list.Earlier, earlier ?? [])
            .Add(list => list.MyId, "me")
            .Add(list => list.Tick, (step, done) => { ticks.Add((step, done)); return Task.FromResult(true); }));
}
