namespace Motics.Support.Core.Triage.Replies;

/// <summary>What is written to the clinic, plain text, for any messenger.</summary>
/// <param name="Text">The whole: way out, what is wrong, the exact steps, what we still need to know.</param>
/// <param name="Brief">A few sentences of it for a chat: what is wrong, the one thing to do, the way out.</param>
public sealed record ClinicReply(string Text, string Brief);
