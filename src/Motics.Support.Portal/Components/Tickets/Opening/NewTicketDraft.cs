using Motics.Support.Core;
using Motics.Support.Data.Access;
using Motics.Support.Portal.Components.Tickets.Pasting;

namespace Motics.Support.Portal.Components.Tickets.Opening;

/// <summary>What is typed for a ticket that does not exist yet: kept per person and clinic, so that two begun tickets do not mix.</summary>
public static class NewTicketDraft
{
    public const string Subject = "subject";
    public const string Reporter = "reporter";
    public const string Conversation = "conversation";
    public const string Error = "error";

    // The key of a draft has 128 characters in all.
    private const int LongestId = 100;

    /// <summary>Names of its fields.</summary>
    public static IReadOnlyList<string> Names { get; } = [Subject, Reporter, Conversation, Error];

    /// <summary>The drafts of one person for a clinic.</summary>
    /// <param name="store">Keeps them.</param>
    /// <param name="actorId">Whose.</param>
    /// <param name="organisationId">Null while no clinic is chosen.</param>
    /// <param name="clock">For the pause in typing.</param>
    /// <param name="report">Puts a failure into the log.</param>
    public static Task<PageDrafts> LoadAsync(DraftStore store, string actorId, string? organisationId, TimeProvider clock, Action<Exception>? report = null) =>
        PageDrafts.LoadAsync(store, actorId, Page(organisationId), Names, clock, report);

    /// <summary>Begins a ticket with an error message in hand; the page shows it when it is opened next.</summary>
    public static async Task BeginAsync(DraftStore store, string actorId, string? organisationId, PastedError error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(error);
        await store.SaveAsync(actorId, $"{Page(organisationId)}:{Error}", error.Text, cancellationToken);
    }

    private static string Page(string? organisationId) =>
        organisationId is null ? "ticket:new" : $"new:{TextCut.Plain(organisationId, LongestId)}";
}
