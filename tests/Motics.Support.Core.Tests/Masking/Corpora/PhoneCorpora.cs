using static Motics.Support.Core.Tests.Masking.Corpora.Vocabulary;

namespace Motics.Support.Core.Tests.Masking.Corpora;

internal static class PhoneCorpora
{
    private static readonly string[] Labels =
    [
        "phone", "Phone number", "mobile", "Mob", "tel", "Tel.", "telephone", "cell", "fax", "ph", "\"phone\":\"", "\"mobilePhone\":\"", "\"homePhone\": \"", "phone_number=", "contact number", "Telefon", "téléphone", "teléfono", "telefoon", "Handy", "电话", "手机",
    ];

    public static readonly Corpus[] All =
    [
        new("phone, New Zealand landline, no label", dice => Bare(dice, NewZealand(dice))),
        new("phone, New Zealand mobile, no label", dice => Bare(dice, Spread(dice, [dice.Of("021", "022", "027", "029"), dice.Digits(3), dice.Digits(dice.From(3, 4))]))),
        new("phone, Australia", dice => Bare(dice, Australia(dice))),
        new("phone, United Kingdom", dice => Bare(dice, Britain(dice))),
        new("phone, with country", dice => Bare(dice, Abroad(dice))),
        new("phone, thin spaces", dice => Bare(dice, Any(dice).Replace(" ", dice.Of("\u2009", "\u200A", "\u202F", "\u00A0", "\u2002", "\u3000", "\u205F"), StringComparison.Ordinal))),
        new("phone, full-width digits", dice => Bare(dice, DateCorpora.Wide(Any(dice)))),
        new("phone, other digits and dashes", dice => Bare(dice, Odd(dice, Any(dice)))),
        new("phone, labelled", dice => Labelled(dice)),
    ];

    private static Sample Bare(Dice dice, string number) =>
        new(dice.Of(Before) + dice.Of("call ", "ring ", "patient ", "", "contact on ", "their number is ", "(", "\"", "reach us: ", "or ") + number + dice.Of(After), number);

    private static Sample Labelled(Dice dice)
    {
        var (label, number) = (dice.Of(Labels), dice.Of(Any(dice), $"{dice.From(2, 9)}{dice.Digits(3)} {dice.Digits(4)}", $"{dice.From(2, 9)}{dice.Digits(6)}"));
        var glue = label[^1] switch { '"' or '=' => "", _ => dice.Of(" ", ": ", " is ", "：", ":\n", " - ") };
        return new Sample(dice.Of(Before) + label + glue + number + (label.EndsWith('"') ? "\"" : "") + dice.Of(After), number);
    }

    private static string Any(Dice dice) => dice.From(0, 3) switch { 0 => NewZealand(dice), 1 => Australia(dice), 2 => Britain(dice), _ => Abroad(dice) };

    private static string NewZealand(Dice dice)
    {
        var (area, first, last) = ($"0{dice.Of(3, 4, 6, 7, 9)}", $"{dice.From(2, 9)}{dice.Digits(2)}", dice.Digits(4));
        return dice.Of($"{area} {first} {last}", $"({area}) {first} {last}", $"{area}-{first}-{last}", $"{area} {first}-{last}", $"{area}{first}{last}", $"({area}) {first}{last}", $"{area}.{first}.{last}", $"{area} {first}{last}");
    }

    private static string Australia(Dice dice) => dice.From(0, 2) switch
    {
        0 => Spread(dice, [$"04{dice.Digits(2)}", dice.Digits(3), dice.Digits(3)]),
        1 => Spread(dice, [dice.Of("(02)", "(03)", "(07)", "(08)", "02", "03", "07", "08"), $"{dice.From(3, 9)}{dice.Digits(3)}", dice.Digits(4)]),
        _ => Spread(dice, ["1300", dice.Digits(3), dice.Digits(3)], " "),
    };

    private static string Britain(Dice dice) => dice.From(0, 2) switch
    {
        0 => Spread(dice, [$"07{dice.Digits(3)}", dice.Digits(6)]),
        1 => Spread(dice, ["020", $"7{dice.Digits(3)}", dice.Digits(4)]),
        _ => Spread(dice, [$"01{dice.From(2, 9)}{dice.Digits(2)}", dice.Digits(6)]),
    };

    private static string Abroad(Dice dice) => dice.From(0, 3) switch
    {
        0 => "+61 " + Spread(dice, [$"4{dice.Digits(2)}", dice.Digits(3), dice.Digits(3)]),
        1 => "+64 " + Spread(dice, [$"{dice.Of(3, 4, 6, 7, 9)}", dice.Digits(3), dice.Digits(4)]),
        2 => "+44 (0)20 " + Spread(dice, [$"7{dice.Digits(3)}", dice.Digits(4)]),
        _ => "+1 " + Spread(dice, [$"{dice.From(2, 9)}{dice.Digits(2)}", dice.Digits(3), dice.Digits(4)]),
    };

    private static string Spread(Dice dice, string[] groups, string? sign = null) => string.Join(sign ?? dice.Of(" ", " ", "-", ".", ""), groups);

    private static string Odd(Dice dice, string number) => dice.From(0, 3) switch
    {
        0 => new string([.. number.Select(character => char.IsAsciiDigit(character) ? (char)('\u0660' + character - '0') : character)]),
        1 => number.Replace(" ", dice.Of("\u2011", "\u2013", "\u2010", "\u2212", "\u00B7"), StringComparison.Ordinal),
        2 => string.Join("\u200B", number.ToCharArray()),
        _ => number.Replace(" ", " \u00AD", StringComparison.Ordinal),
    };
}
