using Microsoft.AspNetCore.Components;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Components.Triage.Asking;

/// <summary>Asks one question; after an answer the focus goes to the next question's heading, so that it is read out.</summary>
public sealed partial class QuestionCard
{
    // So many answers are shown at once on a phone.
    private const int Few = 4;

    private ElementReference heading;
    private string? focused;
    private string? meant;
    private bool whole;

    [Parameter, EditorRequired] public QuestionShown Question { get; set; } = default!;

    /// <summary>An answer is being saved.</summary>
    [Parameter] public bool Busy { get; set; }

    /// <summary>True once the person has begun to answer: then a new question takes the focus. Not on arrival, which would skip the page's head.</summary>
    [Parameter] public bool TakeFocus { get; set; }

    [Parameter] public PageDrafts? Drafts { get; set; }

    /// <summary>Where the events behind the evidence are listed.</summary>
    [Parameter] public string EvidenceHref { get; set; } = "";

    /// <summary>What looks like a key was typed in words that are not kept.</summary>
    [Parameter] public EventCallback KeySeen { get; set; }

    /// <summary>The answer in wire form; null takes the agent's answer back.</summary>
    [Parameter] public EventCallback<string?> Answer { get; set; }

    /// <summary>Back to the question before; without it there is no way back.</summary>
    [Parameter] public EventCallback Back { get; set; }

    /// <summary>Goes on without changing what is known.</summary>
    [Parameter] public EventCallback Keep { get; set; }

    /// <summary>Goes on without an answer.</summary>
    [Parameter] public EventCallback Skip { get; set; }

    private bool IsMany => Question.Options.Count > 2 * Few;

    // The place that the Tab key enters the group at: the chosen answer, else the first.
    private int Entry => Math.Max(0, Question.Options.ToList().FindIndex(IsChosen));

    private string? MoreWords => Question.More switch
    {
        null => null,
        0 => "may be the last",
        1 => "about 1 more",
        var more => $"about {more} more",
    };

    protected override void OnParametersSet() => meant = focused == Question.Fact ? meant : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focused == Question.Fact)
        {
            return;
        }

        focused = Question.Fact;
        if (TakeFocus)
        {
            await heading.FocusAsync();
        }
    }

    private bool IsChosen(QuestionOption option) => Question.Known?.Value == option.Value;
}
