using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tickets.Keys;

/// <summary>Whether a key was in a text that was given to a ticket.</summary>
internal static class KeyFinding
{
    /// <param name="masked">The text as it is kept.</param>
    /// <param name="typed">As it was given.</param>
    /// <param name="before">What stood in its place; null for nothing.</param>
    /// <param name="organisation">Identifiers and errors that its own events told are no keys of the clinic's.</param>
    public static bool Held(MaskedText masked, string typed, string? before, OrganisationDetail organisation)
    {
        if (masked.HeldKey)
        {
            return Identifiers(organisation) is not { Count: > 0 } known || TextMask.Mask(Without(typed, known)).HeldKey;
        }

        // Pages mask within the keystroke: what arrives then has the word where the key stood.
        return Marked(masked.Text) && !Marked(before) && !ErrorsOf(organisation).Any(error => Marked(error.Message) && masked.Text.Contains(error.Message, StringComparison.Ordinal));
    }

    private static bool Marked(string? text) => text?.Contains(TextMask.KeyWord, StringComparison.Ordinal) == true;

    // An error that was copied off a page carries its reference, and some references have the shape of a key.
    private static List<string> Identifiers(OrganisationDetail organisation) =>
        [.. ErrorsOf(organisation).Select(error => error.CorrelationId).Append(organisation.Id).OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<LastError> ErrorsOf(OrganisationDetail organisation) =>
        organisation.Operations.SelectMany(operation => operation.Unmended).Select(failures => failures.Newest).Prepend(organisation.LastError).OfType<LastError>();

    private static string Without(string text, List<string> known) => known.Aggregate(text, (rest, id) => rest.Replace(id, " ", StringComparison.OrdinalIgnoreCase));
}
