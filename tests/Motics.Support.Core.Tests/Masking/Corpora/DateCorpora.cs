using System.Globalization;
using static Motics.Support.Core.Tests.Masking.Corpora.Vocabulary;

namespace Motics.Support.Core.Tests.Masking.Corpora;

internal static class DateCorpora
{
    private static readonly string[] JsonLabels =
    [
        "dateOfBirth", "date_of_birth", "DateOfBirth", "date-of-birth", "dob", "DOB", "birthDate", "birth_date", "patientDob", "patient_dob", "PatientDOB", "birthday", "patientDateOfBirth", "client-birth-date", "dob_formatted", "BIRTH_DATE",
    ];

    private static readonly string[] SpokenLabels =
    [
        "DOB", "dob", "D.O.B.", "d.o.b", "born", "Born on", "date of birth", "Date of Birth", "Date of birth is", "birthday", "birth date", "DOB was", "born on the", "dob -", "DOB (dd/mm/yyyy):", "DOB\n", "d o b", "geboren am", "Geburtsdatum:", "né le",
        "née le", "date de naissance :", "fecha de nacimiento:", "nacido el", "data di nascita:", "nata il", "geboortedatum", "geb.", "出生日期：", "生日",
    ];

    public static readonly Corpus[] All =
    [
        new("date of birth, JSON", dice => Json(dice, Numeric(dice, dice.From(1925, 2025)))),
        new("date of birth, JSON, two digits of year", dice => Json(dice, ShortYear(dice))),
        new("date of birth, JSON, compact", dice => Json(dice, Compact(dice))),
        new("date of birth, words, no label", dice => Wrap(dice, "patient ", WithOf(dice, dice.From(1920, 2018)))),
        new("date of birth, labelled, month name and two digits", dice => Wrap(dice, Spoken(dice), Short(dice))),
        new("date of birth, labelled, any form", dice => Wrap(dice, Spoken(dice), dice.Of<Func<string>>(() => Numeric(dice, dice.From(1925, 2025)), () => ShortYear(dice), () => Compact(dice), () => WithOf(dice, dice.From(1920, 2025)), () => Short(dice))())),
        new("date of birth, escaped", dice => Escaped(dice, Numeric(dice, dice.From(1925, 2025)))),
        new("date of birth, odd separators", dice => Wrap(dice, Spoken(dice), Odd(dice))),
        new("date of birth, other languages", dice => Wrap(dice, dice.Of("geboren am ", "né le ", "nacido el ", "nato il ", "geboren op ", "patient "), Foreign(dice))),
    ];

    private static Sample Json(Dice dice, string date)
    {
        var (quote, colon) = (dice.Of("\"", "\"", "\"", "'", "\\\""), dice.Of(":", ": ", " : "));
        var label = dice.Of(JsonLabels);
        var body = dice.Of("{", "{\"id\":7,", "{\"patient\":{", "[{") + $"{quote}{label}{quote}{colon}{quote}{date}{quote}" + dice.Of("}", ",\"sex\":\"F\"}", "}}", "");
        return new Sample(dice.Of(Before) + (dice.Once(5) ? $"{label}={date}" : body) + dice.Of(After), date);
    }

    private static Sample Wrap(Dice dice, string label, string date) => new(dice.Of(Before) + label + date + dice.Of(After), date);

    private static string Spoken(Dice dice)
    {
        var label = dice.Of(SpokenLabels);
        return label + (label[^1] is ':' or '\n' or '：' ? dice.Of("", " ") : dice.Of(" ", ": ", " - ", " = "));
    }

    private static Sample Escaped(Dice dice, string date)
    {
        var json = $"{{\"{dice.Of(JsonLabels)}\":\"{date}\"}}";
        var shown = dice.Of<Func<string, string>>(Uri.EscapeDataString, text => text.Replace("\"", "&quot;", StringComparison.Ordinal), text => text.Replace("\"", "\\\"", StringComparison.Ordinal), Wide)(json);
        var secret = json == shown ? date : shown.Contains(date, StringComparison.Ordinal) ? date : shown.StartsWith('%') ? Uri.EscapeDataString(date) : Wide(date);
        return new Sample(dice.Of(Before) + shown + dice.Of(After), secret);
    }

    public static string Wide(string text) => new([.. text.Select(character => character is > ' ' and <= '~' ? (char)(character + 0xFEE0) : character)]);

    private static string Numeric(Dice dice, int year)
    {
        var (day, month) = (dice.From(1, 28), dice.From(1, 12));
        var sign = dice.Of("/", "-", ".");
        return dice.From(0, 3) switch
        {
            0 => $"{year}-{month:00}-{day:00}",
            1 => $"{day:00}{sign}{month:00}{sign}{year}",
            2 => $"{day}{sign}{month}{sign}{year}",
            _ => $"{year}-{month:00}-{day:00}T00:00:00" + dice.Of("", "Z", ".000Z", "+10:00"),
        };
    }

    private static string ShortYear(Dice dice) => dice.Of("{0:00}/{1:00}/{2:00}", "{0}/{1}/{2:00}", "{0:00}-{1:00}-{2:00}", "{0:00}.{1:00}.{2:00}") is var form
        ? string.Format(CultureInfo.InvariantCulture, form, dice.From(1, 28), dice.From(1, 12), dice.From(0, 99)) : "";

    private static string Compact(Dice dice)
    {
        var (day, month, year) = (dice.From(1, 28), dice.From(1, 12), dice.From(1925, 2025));
        return dice.Of($"{day:00}{month:00}{year}", $"{year}{month:00}{day:00}", $"{day:00}{month:00}{year % 100:00}");
    }

    private static string Ordinal(int day) => day + (day is 1 or 21 or 31 ? "st" : day is 2 or 22 ? "nd" : day is 3 or 23 ? "rd" : "th");

    private static string WithOf(Dice dice, int year)
    {
        var (day, month) = (dice.From(1, 28), dice.Of(Months));
        var brief = dice.Of(month, month[..3]);
        return dice.From(0, 6) switch
        {
            0 => $"{Ordinal(day)} of {month} {year}",
            1 => $"{Ordinal(day)} {brief} {year}",
            2 => $"{day} {brief}, {year}",
            3 => $"{month} the {Ordinal(day)}, {year}",
            4 => $"{Ordinal(day)} day of {month}, {year}",
            5 => $"{day}-{month[..3]}-{year}",
            _ => $"{month} {Ordinal(day)} {year}",
        };
    }

    private static string Short(Dice dice)
    {
        var (day, month, year) = (dice.From(1, 28), dice.Of(Months), dice.From(0, 99));
        var brief = dice.Of(month, month[..3], month[..3]);
        return dice.From(0, 5) switch
        {
            0 => $"{day} {brief} {year:00}",
            1 => $"{day} {brief} '{year:00}",
            2 => $"{Ordinal(day)} of {brief} '{year:00}",
            3 => $"{day}-{month[..3]}-{year:00}",
            4 => $"{brief} {day}, '{year:00}",
            _ => $"{Ordinal(day)} {brief} ’{year:00}",
        };
    }

    private static string Odd(Dice dice)
    {
        var sign = dice.Of(" / ", " - ", " ", "\u2009/\u2009", "\u2011", "\u2013", "\u2044", ". ", "／", "．", "\u00A0");
        return $"{dice.From(1, 28):00}{sign}{dice.From(1, 12):00}{sign}{dice.From(1925, 2025)}";
    }

    private static string Foreign(Dice dice)
    {
        var month = dice.Of("Januar", "März", "Mai", "Oktober", "Dezember", "janvier", "février", "août", "décembre", "de enero de", "de marzo de", "de agosto de", "de diciembre de", "gennaio", "luglio", "dicembre", "maart", "mei", "augustus", "juin", "abril");
        return $"{dice.From(1, 28)}{dice.Of(" ", ". ", " ")}{month} {dice.From(1925, 2018)}";
    }
}
