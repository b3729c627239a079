using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Portal.Components.Triage.Replies;

/// <summary>One of the forms in which a reply can be sent.</summary>
/// <param name="Form">Which.</param>
/// <param name="Label">What its button says.</param>
/// <param name="Text">The words.</param>
public sealed record ReplyShown(ReplyForm Form, string Label, string Text)
{
    /// <summary>The forms there are, the one to send first; none when there is nothing to send.</summary>
    public static IReadOnlyList<ReplyShown> Of(ClinicReply? composed, EditedReply? edited = null) =>
    [
        .. edited is null ? [] : new ReplyShown[] { new(ReplyForm.Edited, "Edited", edited.Text) },
        .. composed is null ? [] : new ReplyShown[] { new(ReplyForm.Whole, edited is null ? "Whole" : "Composed", composed.Text), new(ReplyForm.Brief, "Short", composed.Brief) },
    ];
}
