namespace Motics.Support.Core.Audit;

/// <summary>Which lines of the audit, newest first. Null is no filter; every filter is an exact match.</summary>
public sealed record AuditQuery(string? Actor = null, string? Action = null, string? Target = null, string? Cursor = null, int? Limit = null);

/// <summary>A line of the audit with its place in the chain.</summary>
/// <param name="Seq">1 for the first, without gaps.</param>
/// <param name="Entry">What happened.</param>
/// <param name="Hash">SHA-256 over the entry and the hash before it, hexadecimal.</param>
public sealed record AuditLine(long Seq, AuditEntry Entry, string Hash);

/// <summary>Whether the chain holds.</summary>
/// <param name="Lines">How many lines were checked and found good.</param>
/// <param name="BrokenAt">Number of the first line that does not fit; null when all do.</param>
/// <param name="LastHash">Hash of the last good line. Kept elsewhere, it also shows whether the newest lines were cut off, which a chain alone cannot.</param>
public sealed record AuditVerification(long Lines, long? BrokenAt, string LastHash);
