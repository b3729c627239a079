using System.Text.Json;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>A ticket to make.</summary>
/// <param name="OrganisationId">Must exist.</param>
/// <param name="Subject">1 to 200 characters. What it says the clinic sees becomes the answer to symptom when it is plain and facts do not name the symptom (null leaves it open).</param>
/// <param name="Reporter">Who at the clinic told us; at most 200 characters.</param>
/// <param name="ExternalUrl">The helpdesk conversation: http or https.</param>
/// <param name="Assignee">A person's id; null for nobody yet.</param>
/// <param name="Facts">First answers by fact name.</param>
/// <param name="RequestId">Made by the caller: the same one again gives back the ticket it made.</param>
public sealed record TicketRequest(string? OrganisationId, string? Subject, string? Reporter, string? ExternalUrl, string? Assignee, JsonElement Facts, string? RequestId)
{
    internal NewTicket ToNewTicket(IReadOnlyDictionary<string, string?> facts) => new()
    {
        OrganisationId = OrganisationId ?? "",
        Subject = Subject ?? "",
        Reporter = Reporter,
        ExternalUrl = ExternalUrl,
        AssigneeId = Assignee,
        Facts = facts,
        RequestId = RequestId,
        ReadSubject = true,
    };
}

/// <summary>Answers by fact name; null takes one back.</summary>
public sealed record FactsRequest(JsonElement Facts);

/// <summary>A note of 1 to 4,000 characters.</summary>
public sealed record NoteRequest(string? Text);

/// <summary>The answer to a question in the engineers' own words, 1 to 4,000 characters; null takes it back.</summary>
public sealed record AskedRequest(string? Answer);

/// <summary>A reply of 1 to 8,000 characters; null takes the composed one again.</summary>
public sealed record ReplyRequest(string? Text);

/// <summary>Which words of the reply were copied.</summary>
public sealed record ReplyCopyRequest(Core.Tickets.Replies.ReplyForm? Form);

/// <summary>Whether a step is done.</summary>
public sealed record StepRequest(bool? Done);
