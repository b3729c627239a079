using static Motics.Support.Core.Tests.Masking.Corpora.Vocabulary;

namespace Motics.Support.Core.Tests.Masking.Corpora;

internal static class PeopleCorpora
{
    public static readonly Corpus[] All =
    [
        new("Medicare number", dice => Number(dice, Medicare(dice), dice.Of("Medicare ", "medicareNumber: ", "patient ", "Medicare card no. ", "", "\"medicare_number\":\"", "card "))),
        new("NHS number", dice => Number(dice, Nhs(dice), dice.Of("NHS number ", "NHS no: ", "nhsNumber=", "patient ", "", "\"nhs_number\":\"", "NHS: "))),
        new("card number", dice => Number(dice, Card(dice), dice.Of("card ", "Visa ", "paid with ", "", "\"cardNumber\":\"", "cc: ", "card number is "))),
        new("name after patient", dice => Name(dice, dice.Of("patient ", "Patient ", "patient named ", "Patient: ", "patient '", "patient \"", "the patient, ", "Patient name: ", "patient called ", "for patient ", "patient (", "PATIENT "))),
        new("name after for", dice => Name(dice, dice.Of("No match for ", "No patient found for ", "Could not create the note for ", "appointment for ", "Push failed for ", "no record exists for ", "Duplicate record for ", "Search returned nothing for "))),
        new("name after named", dice => Name(dice, dice.Of("somebody named ", "a client named ", "person named ", "someone named ", "contact named ", "attendee named "))),
        new("name in JSON", dice => LabelledName(dice)),
        new("e-mail, plain", dice => Mail(dice, "{0}@{1}.{2}")),
        new("e-mail, spelt", dice => Mail(dice, dice.Of("{0} at {1} dot {2}", "{0} AT {1} DOT {2}", "{0} (at) {1} (dot) {2}", "{0}[at]{1}[dot]{2}", "{0} [at] {1} dot {2}", "{0}(at){1}.{2}", "{0} @ {1} . {2}", "{0} at {1} dot {2} dot au", "{0}@{1} dot {2}", "{0} arroba {1} punto {2}", "{0} at {1} punkt {2}", "{0} {{at}} {1} {{dot}} {2}"))),
        new("e-mail, full-width or encoded", dice => Mail(dice, dice.Of("{0}＠{1}.{2}", "{0}%40{1}.{2}", "{0}&#64;{1}.{2}", "{0}@{1}．{2}", "{0}\\u0040{1}.{2}", "{0}﹫{1}.{2}", "{0}&commat;{1}.{2}", "{0}%2540{1}.{2}"))),
    ];

    private static Sample Number(Dice dice, string number, string label) => new(dice.Of(Before) + label + number + (label.EndsWith('"') ? "\"" : "") + dice.Of(After), number);

    private static string Medicare(Dice dice)
    {
        var body = $"{dice.From(2, 6)}{dice.Digits(7)}";
        var sum = body.Select((digit, index) => (digit - '0') * new[] { 1, 3, 7, 9 }[index % 4]).Sum();
        var all = $"{body}{sum % 10}{dice.From(1, 9)}";
        return dice.Of($"{all[..4]} {all[4..9]} {all[9]}", all, $"{all[..4]}-{all[4..9]}-{all[9]}", $"{all[..4]} {all[4..9]} {all[9]}/{dice.From(1, 5)}", $"{all[..4]} {all[4..9]} {all[9]} {dice.From(1, 5)}");
    }

    private static string Nhs(Dice dice)
    {
        while (true)
        {
            var body = $"{dice.Of(4, 6, 7)}{dice.Digits(8)}";
            var check = 11 - (body.Select((digit, index) => (digit - '0') * (10 - index)).Sum() % 11);
            if (check == 10)
                continue;
            var all = body + (check == 11 ? 0 : check);
            return dice.Of($"{all[..3]} {all[3..6]} {all[6..]}", all, $"{all[..3]}-{all[3..6]}-{all[6..]}", $"{all[..3]}\u00A0{all[3..6]}\u00A0{all[6..]}");
        }
    }

    private static string Card(Dice dice)
    {
        var (prefix, length) = dice.Of(("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("34", 15), ("37", 15), ("6011", 16), ("36", 14), ("4", 13));
        var body = prefix + dice.Digits(length - prefix.Length - 1);
        var sum = body.Reverse().Select((digit, index) => index % 2 == 0 ? ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10) : digit - '0').Sum();
        var all = body + ((10 - (sum % 10)) % 10);
        var sign = dice.Of(" ", "-", "", ".", "\u2009");
        return length == 15 ? $"{all[..4]}{sign}{all[4..10]}{sign}{all[10..]}" : string.Join(sign, all.Chunk(4).Select(group => new string(group)));
    }

    private static Sample Name(Dice dice, string before)
    {
        var (given, family) = (dice.Of(Given), dice.Of(Family));
        var name = dice.From(0, 7) switch { 0 => $"{given} {dice.Chars("ABCDEFGH", 1)}. {family}", 1 => $"{given} {dice.Of(Given)} {family}", 2 when !before.Contains("for", StringComparison.Ordinal) => $"{family}, {given}", 3 => $"{dice.Of("Mr", "Mrs", "Ms", "Dr")} {given} {family}", _ => $"{given} {family}" };
        var close = before[^1] switch { '\'' => "'", '"' => "\"", '(' => ")", _ => "" };
        var start = dice.Of("", "Error: ", "Nookal: ", "422 ", "Cliniko says ");
        return new Sample(start + before + name + close + dice.Of("", " not found", " already exists", ".", " (id 77)", ": timeout", " could not be saved", ", status 404", " in Cliniko", " - no match"), given, family.Split(' ')[^1]);
    }

    private static Sample LabelledName(Dice dice)
    {
        var (given, family) = (dice.Of(Given), dice.Of(Family));
        return dice.Of(
            new Sample($"{{\"firstName\":\"{given}\",\"lastName\":\"{family}\"}}", given, family),
            new Sample($"{{\"first_name\": \"{given}\", \"last_name\": \"{family}\", \"id\": 4}}", given, family),
            new Sample($"first_name={Uri.EscapeDataString(given)}&last_name={Uri.EscapeDataString(family)}&page=1", Uri.EscapeDataString(given), Uri.EscapeDataString(family)),
            new Sample($"{{\"patientName\":\"{given} {family}\"}}", given, family),
            new Sample($"{{\"patient\":{{\"fullName\":\"{given} {family}\"}}}}", given, family),
            new Sample($"Surname: {family}, given name: {given}", given, family),
            new Sample($"FirstName={given}; Surname={family}; Clinic=3", given, family));
    }

    private static Sample Mail(Dice dice, string form)
    {
        var (local, host, end) = (dice.Of("jane", "jane.doe", "reception", "info", "m.patel", "jane_doe", "bookings"), dice.Of("clinic", "harbourphysio", "gmail", "bodyworks-health", "outlook"), dice.Of("com", "net", "org", "co"));
        var mail = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, local, host, end);
        return new Sample(dice.Of("write to ", "contact ", "", "patient ", "e-mail: ", "mail me: ", "send it to ") + mail + dice.Of("", " please", ".", " and call", ", thanks"), mail);
    }
}
