using System.Collections.Frozen;

namespace Motics.Support.Core.Masking.People;

/// <summary>
/// Finds names of people by what stands before them: <c>patient Jane Doe</c>, <c>no match for Jane Doe</c>, <c>somebody named Jane</c>, <c>Mrs Doe</c>, and fields
/// for names (<c>"firstName":"Jane"</c>). A name that nothing announces is not known from a word.
/// </summary>
internal static class NameScanner
{
    private const int ContextReach = 80;

    private enum Sign { None, Patient, For, Named, Title, Field, Part }

    private static readonly FrozenDictionary<string, Sign>.AlternateLookup<ReadOnlySpan<char>> Signs = new Dictionary<string, Sign>(StringComparer.OrdinalIgnoreCase)
    {
        ["patient"] = Sign.Patient,
        ["patients"] = Sign.Patient,
        ["client"] = Sign.Patient,
        ["attendee"] = Sign.Patient,
        ["for"] = Sign.For,
        ["named"] = Sign.Named,
        ["called"] = Sign.Named,
        ["mr"] = Sign.Title,
        ["mrs"] = Sign.Title,
        ["ms"] = Sign.Title,
        ["miss"] = Sign.Title,
        ["mx"] = Sign.Title,
        ["firstname"] = Sign.Field,
        ["lastname"] = Sign.Field,
        ["surname"] = Sign.Field,
        ["givenname"] = Sign.Field,
        ["givennames"] = Sign.Field,
        ["familyname"] = Sign.Field,
        ["fullname"] = Sign.Field,
        ["middlename"] = Sign.Field,
        ["patientname"] = Sign.Field,
        ["preferredname"] = Sign.Field,
        ["preferredfirstname"] = Sign.Field,
        ["forename"] = Sign.Field,
        ["clientname"] = Sign.Field,
        ["nextofkin"] = Sign.Field,
        ["displayname"] = Sign.Field,
        ["contactname"] = Sign.Field,
        ["guardianname"] = Sign.Field,
        ["carername"] = Sign.Field,
        ["given"] = Sign.Part,
        ["family"] = Sign.Part,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] JoinedFirst = ["first", "last", "given", "family", "full", "middle", "patient", "preferred", "client", "contact", "display", "carer", "guardian"];
    private static readonly string[] People = ["patient", "client", "person", "contact", "attendee", "somebody", "someone", "member", "practitioner", "user", "woman", "man", "lady", "child", "boy", "girl"];
    private static readonly string[] AboutPeople = ["patient", "appointment", "attendee", "match", "record", "note", "booking", "duplicate", "search", "nobody", "push", "client", "person", "invoice", "consult", "treatment", "found", "birth", "dob", "letter", "referral"];

    /// <summary>Looks at the words that a hint is in, from the first on.</summary>
    public static void Scan(string text, int first, List<Secret> found)
    {
        for (var start = Glance.WordStart(text, first, 0); start < text.Length; start = Glance.Next(text, start, Glance.Hint.Person))
        {
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }
            var end = PersonName.WordEnd(text, start, letters: true);
            start = Math.Max(end, Take(text, start, end, found));
        }
    }

    private static int Take(string text, int start, int end, List<Secret> found)
    {
        var word = text.AsSpan(start, end - start);
        if (!Signs.TryGetValue(word, out var sign))
            return word.Equals("name", StringComparison.OrdinalIgnoreCase) ? Name(text, start, end, found) : end;
        return sign switch
        {
            Sign.Field => NameField.Take(text, end, found) is var next && next == end && text.AsSpan(end).StartsWith(" ") ? Add(text, PersonName.SkipBlanks(text, end), end, found, least: 1) : next,
            Sign.Part => IsPart(text, start, end) ? NameField.Take(text, end, found) : end,
            Sign.Patient => Add(text, PersonName.SkipGlue(text, end), end, found, least: 1),
            Sign.Title => Add(text, PersonName.SkipBlanks(text, end < text.Length && text[end] == '.' ? end + 1 : end), end, found, least: 1),
            Sign.Named => IsOfAPerson(text, start) || GivenNames.Has(PersonName.First(text, PersonName.SkipGlue(text, end))) ? Add(text, PersonName.SkipGlue(text, end), end, found, least: 1) : end,
            _ => IsAboutPeople(text, start) || GivenNames.Has(PersonName.First(text, PersonName.SkipBlanks(text, end))) ? Add(text, PersonName.SkipTitle(text, PersonName.SkipQuote(text, PersonName.SkipBlanks(text, end))), end, found, least: 2) : end,
        };
    }

    private static int Add(string text, int start, int labelEnd, List<Secret> found, int least)
    {
        if (start == labelEnd)
            return labelEnd;
        var end = PersonName.End(text, start, least);
        if (end == 0)
            return labelEnd;
        found.Add(new Secret(start, end, Masks.PatientName));
        return end;
    }

    // "by the name of Jane"; the field "name" where the thing is a patient; a label of two words.
    private static int Name(string text, int start, int end, List<Secret> found)
    {
        if (IsJoined(text, start))
            return NameField.Take(text, end, found);
        if (string.CompareOrdinal(text, end, " of ", 0, 4) == 0 && text.AsSpan(0, start).EndsWith("the ", StringComparison.OrdinalIgnoreCase))
            return Add(text, end + 4, end, found, least: 1);
        if (string.CompareOrdinal(text, end, "\":", 0, 2) != 0 || !text.AsSpan(Math.Max(0, start - ContextReach), Math.Min(text.Length, end + ContextReach) - Math.Max(0, start - ContextReach)).Contains("patient", StringComparison.OrdinalIgnoreCase))
            return end;
        return Add(text, PersonName.SkipBlanks(text, end, signs: true), end, found, least: 2);
    }

    // <given>, "family": of programs; words of sentences otherwise.
    private static bool IsPart(string text, int start, int end)
    {
        var value = end;
        while (value < text.Length && value - end < 5 && text[value] is '"' or ' ' or ':' or '[' or '>' or '=')
            value++;
        return end < text.Length && value < text.Length && (char.IsUpper(text[value]) || text[end] == '>') && (text[end] is '>' or ':' or '=' || (text[end] == '"' && start > 0 && text[start - 1] == '"'));
    }

    // first_name, "patient name": two words that make one label.
    private static bool IsJoined(string text, int start)
    {
        if (start == 0 || text[start - 1] is not ('_' or '-' or ' ' or '.'))
            return false;
        foreach (var first in JoinedFirst)
        {
            if (start - 1 - first.Length is var at and >= 0 && string.Compare(text, at, first, 0, first.Length, StringComparison.OrdinalIgnoreCase) == 0 && (at == 0 || !char.IsLetter(text[at - 1])))
                return true;
        }
        return false;
    }

    private static bool IsOfAPerson(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 16), Math.Min(16, start)).TrimEnd();
        foreach (var person in People)
        {
            if (before.EndsWith(person, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool IsAboutPeople(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - ContextReach), Math.Min(ContextReach, start));
        before = before[(before.LastIndexOfAny('\n', '.') + 1)..];
        foreach (var word in AboutPeople)
        {
            if (before.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
