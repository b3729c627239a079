using System.Security.Cryptography;
using System.Text;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tickets.Replies;

/// <summary>Which words of the reply are meant.</summary>
public enum ReplyForm
{
    /// <summary>The whole, as it is composed.</summary>
    Whole,

    /// <summary>The few sentences for a chat, as they are composed.</summary>
    Brief,

    /// <summary>What somebody made of it.</summary>
    Edited,
}

/// <summary>What became of a ticket's reply to the clinic; the composed words are not kept, for they follow from the case.</summary>
/// <param name="Edited">Null while nobody has edited it, or once the composed words were taken again.</param>
/// <param name="Copied">Null while nobody has copied it.</param>
public sealed record TicketReply(EditedReply? Edited, CopiedReply? Copied);

/// <summary>A reply that somebody edited; masked.</summary>
/// <param name="Text">As it is sent.</param>
/// <param name="RuleId">The rule whose verdict it was written under.</param>
/// <param name="Composed">Tells whether the composed words are still those that it was made from: <see cref="MarkOf"/>.</param>
/// <param name="At">When it was edited last.</param>
/// <param name="By">Who edited it.</param>
public sealed record EditedReply(string Text, string RuleId, string Composed, DateTimeOffset At, Person By)
{
    /// <summary>What of composed words is kept to know them again; empty when there were none.</summary>
    public static string MarkOf(ClinicReply? composed) =>
        composed is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(composed.Text)));
}

/// <summary>That the reply was copied.</summary>
/// <param name="At">When, the last time.</param>
/// <param name="Form">Which words.</param>
/// <param name="Version">Of the ticket, since then.</param>
/// <param name="By">Who copied it.</param>
public sealed record CopiedReply(DateTimeOffset At, ReplyForm Form, int Version, Person By);
