namespace Motics.Support.Core.Tickets;

/// <summary>A note that an agent wrote; masked.</summary>
public sealed record TicketNote(string Id, DateTimeOffset At, Person By, string Text);

/// <summary>A screenshot without its bytes.</summary>
/// <param name="Id">Made by the program.</param>
/// <param name="FileName">Masked; only to be read, never a path.</param>
/// <param name="ContentType"><c>image/png</c> or <c>image/jpeg</c>, of the re-encoded picture.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Size">Bytes.</param>
/// <param name="At">When it was added.</param>
/// <param name="By">Who added it.</param>
public sealed record Screenshot(string Id, string FileName, string ContentType, int Width, int Height, int Size, DateTimeOffset At, Person By);

/// <summary>A picture that was decoded and encoded anew, so nothing but the picture is left in it.</summary>
public sealed record CleanImage(byte[] Bytes, string ContentType, int Width, int Height);

/// <summary>A screenshot with its bytes, to be served.</summary>
public sealed record ScreenshotFile(Screenshot Screenshot, byte[] Bytes);

/// <summary>Turns what somebody uploaded into a clean picture, or says what is wrong with it.</summary>
public interface IScreenshotReader
{
    /// <summary>
    /// Judges by content, never by name or declared type: PNG or JPEG, whole, at most 5 MiB and 40 megapixels; decoded and encoded anew.
    /// </summary>
    Outcome<CleanImage> Read(ReadOnlyMemory<byte> upload);
}

/// <summary>One line of what happened to a ticket. Answers "what changed in between" and feeds the organisation's timeline.</summary>
/// <param name="Id">Made by the program.</param>
/// <param name="TicketNumber">Whose.</param>
/// <param name="OrganisationId">Of the ticket.</param>
/// <param name="Version">The ticket's version after the change.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Kind">What sort of change.</param>
/// <param name="Text">A sentence without its subject, to be read after the name: "answered Key re-entered: no". Masked.</param>
public sealed record TicketActivity(
    string Id, long TicketNumber, string OrganisationId, int Version, DateTimeOffset At, Person By, TicketActivityKind Kind, string Text);

/// <summary>One evaluation that changed the verdict: with which edition, on which facts.</summary>
/// <param name="Facts">The merged facts it saw, as JSON.</param>
public sealed record TicketRun(long TicketNumber, DateTimeOffset At, string PlaybookVersion, string Facts, string Verdict, string? Criterion);
