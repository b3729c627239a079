using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>Free text on its way into a ticket or an escalation: measured, masked, and whether a key was in it.</summary>
internal static class TicketText
{
    public const int SubjectLength = 200;
    public const int ReporterLength = 200;
    public const int FileNameLength = 200;
    public const int DetailLength = 500;
    public const int ReasonLength = 1000;
    public const int NoteLength = 4000;
    public const int ReplyLength = 8000;

    /// <summary>A text that must say something.</summary>
    public static Outcome<MaskedText> Required(string field, string? text, int longest)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length == 0
            ? Refusal.Field(field, $"Is empty. Write 1 to {longest} characters.")
            : Measured(field, trimmed, longest);
    }

    /// <summary>A text that may be missing; blank counts as missing and becomes an empty text.</summary>
    public static Outcome<MaskedText> Optional(string field, string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? new MaskedText("", MaskedKinds.None) : Measured(field, text.Trim(), longest);

    private static Outcome<MaskedText> Measured(string field, string text, int longest)
    {
        if (text.Length > longest)
        {
            return Refusal.Field(field, $"Is longer than {longest} characters.");
        }

        var masked = TextMask.Mask(text);
        // The words that stand for what was masked may be longer than it; columns hold twice the limit, and beyond it a sign says so.
        return masked with { Text = TextCut.Marked(masked.Text, longest * 2) };
    }
}
