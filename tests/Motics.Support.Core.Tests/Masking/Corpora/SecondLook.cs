using System.Globalization;

namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>The same kinds in other words: written after the masks worked, and measured before the masks were changed again.</summary>
internal static class SecondLook
{
    private static readonly string[] Around =
    [
        "{0}", "Hello team,\n{0}\nregards", "note: {0}", "<p>{0}</p>", "err={0}", "step 3 -- {0}", "Re: sync | {0}", "({0})", "\"{0}\"", "our receptionist says {0}", "{0}, can you look?", "before the update {0} worked", "HTTP 401 / {0}", "[10:14] {0}",
    ];

    private static readonly string[] Given = ["Marcus", "Leilani", "Piotr", "Amelia", "Desmond", "Ingrid", "Tevita", "Harriet", "Xin", "Rosalind", "Caoimhe", "Emilio", "Gwendolyn", "Ravi", "Astrid"];
    private static readonly string[] Family = ["Holloway", "Tamati", "Wójcik", "Pemberton", "Achebe", "Sorensen", "Falzon", "Ito", "Delacroix", "Murray", "Vasquez", "Brennan-Lowe", "D'Angelo", "Rao", "Kettering"];
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    public static readonly Corpus[] All =
    [
        new("second look: date of birth", dice => Put(dice, Birth(dice))),
        new("second look: phone", dice => Put(dice, Phone(dice))),
        new("second look: password", dice => Put(dice, Password(dice))),
        new("second look: key and token", dice => Put(dice, Key(dice))),
        new("second look: cookie", dice => Put(dice, Cookie(dice))),
        new("second look: health and card number", dice => Put(dice, Number(dice))),
        new("second look: name", dice => Put(dice, Name(dice))),
        new("second look: spelt e-mail", dice => Put(dice, Mail(dice))),
    ];

    private static Sample Put(Dice dice, (string Text, string[] Secrets) inner) => new(string.Format(CultureInfo.InvariantCulture, dice.Of(Around), inner.Text), inner.Secrets);

    private static (string, string[]) Birth(Dice dice)
    {
        var (day, month, year) = (dice.From(1, 28), dice.From(0, 11), dice.From(1930, 2024));
        var name = Months[month];
        var date = dice.Of($"{day}/{month + 1}/{year}", $"{year}/{month + 1:00}/{day:00}", $"{name} {day} {year}", $"{day} {name[..3].ToUpperInvariant()} {year}", $"{day:00}{name[..3].ToUpperInvariant()}{year}", $"the {day}th of {name} '{year % 100:00}", $"{day}.{month + 1:00}.{year % 100:00}", $"{year}{month + 1:00}{day:00}", $"{name[..3]} {day}, {year % 100:00}");
        return (dice.Of($"\"birth_day\": \"{date}\"", $"DateOfBirth={date}", $"d.o.b. {date}", $"born: {date}", $"Birthdate {date}", $"client's DOB is {date}", $"dob={date}&x=1", $"<dob>{date}</dob>", $"patient_birth_date => {date}", $"Date of birth (as given): {date}", $"{{'DOB': '{date}'}}", $"dob→{date}", $"DOB：{date}"), [date]);
    }

    private static (string, string[]) Phone(Dice dice)
    {
        var number = dice.Of($"0{dice.Of(3, 4, 6, 7, 9)} {dice.From(200, 999)} {dice.Digits(4)}", $"0{dice.Of(3, 4, 6, 7, 9)}-{dice.From(200, 999)}-{dice.Digits(4)}", $"(0{dice.Of(3, 4, 6, 7, 9)}) {dice.From(200, 999)}-{dice.Digits(4)}", $"04{dice.Digits(2)}.{dice.Digits(3)}.{dice.Digits(3)}", $"+64 {dice.Of(21, 22, 27)} {dice.Digits(3)} {dice.Digits(4)}", $"07{dice.Digits(3)}\u2009{dice.Digits(6)}",
            DateCorpora.Wide($"09{dice.From(200, 999)}{dice.Digits(4)}"), $"02\u200A{dice.From(4000, 9999)}\u200A{dice.Digits(4)}", $"0061 4{dice.Digits(2)} {dice.Digits(3)} {dice.Digits(3)}", $"+353 1 {dice.Digits(3)} {dice.Digits(4)}");
        return (dice.Of("{0}", "their line: {0}", "call back {0}", "M: {0}", "T {0}", "number {0}", "ring us on {0} after 9").Replace("{0}", number, StringComparison.Ordinal), [number]);
    }

    private static (string, string[]) Password(Dice dice)
    {
        var word = dice.Of($"Tiger{dice.Digits(3)}", $"{dice.Chars(Dice.Small, 5)}-{dice.Digits(2)}", $"{dice.Chars(Dice.Mixed, 9)}9", $"Blue{dice.Of("!", "#", "$")}sky{dice.Digits(1)}", "butterscotch", "pineapple", $"{dice.Chars(Dice.Small, 3)}{dice.Digits(5)}");
        var signed = dice.Of($"password is now {word}", $"The password: \"{word}\"", $"pass : {word}", $"Pw={word}", $"passwort → {word}", $"PASSWORD\n{word}", $"password:\n\n{word}", $"password [{word}]", $"password: ({word})", $"MOT DE PASSE: {word}", $"mdp = {word}", $"contraseña → {word}", $"wachtwoord = {word}", $"密码 {word}", $"密码: {word}", $"password would be {word}", $"passphrase: {word}",
            $"'password', '{word}'", $"loginPassword={word}", $"\"new-password\" : \"{word}\"", $"password==>{word}", $"password={word};user=jo", $"<Password>{word}</Password>", $"admin_password: {word}", $"pass--> {word}", $"pwd is {word}", $"Kennwort war {word}", $"password, it's {word}", $"password... {word}");
        return (signed, [word]);
    }

    private static (string, string[]) Key(Dice dice)
    {
        var letters = dice.Chars("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 16);
        var (aws, google, stripe, ours, plain) = ("AK" + "IA" + letters, "AI" + "za" + dice.Chars(Dice.Mixed, 35), "sk" + "_live_" + dice.Chars(Dice.Small, 24), "mst" + "_" + dice.Chars(Dice.Mixed, 43), dice.Chars(Dice.Small, dice.From(18, 32)));
        return dice.Of(
            ($"aws={aws}", [aws]), ($"using {aws}:", [aws]), ($"maps?key={google}", [google]), ($"{google},", [google]), ($"stripe {stripe}", [stripe]), ($"STRIPE_KEY={stripe}", [stripe]), ($"token {ours}", [ours]), ($"x-api-key:{plain}", [plain]), ($"X-API-Key = \"{plain}\"", [plain]), ($"headers: {{'x-api-key': '{plain}'}}", [plain]),
            ($"-H \"X-Api-Key: {plain}\"", [plain]), ($"{Uri.EscapeDataString($"apiKey={ours}")}", new[] { ours }), ($"{DateCorpora.Wide(ours)}", [DateCorpora.Wide(ours)]), ($"key%3D{dice.Chars(Dice.Mixed, 12)}7%2B{letters}a%3D%3D", [letters]));
    }

    private static (string, string[]) Cookie(Dice dice)
    {
        var value = dice.Chars(Dice.Mixed, dice.From(3, 8));
        return (dice.Of($"Cookie: a={value}", $"cookie=PHPSESSID={value}", $"Set-Cookie: token={value}; Secure", $"{{'Cookie': 'id={value}; x=1'}}", $"COOKIE: x={value}; lang=de", $"Cookie header was sid={value}", $"curl -b 'sid={value}' with cookie sid={value}", $"cookies: [\"sid={value}\"]"), [$"={value}"]);
    }

    private static (string, string[]) Number(Dice dice)
    {
        var sample = PeopleCorpora.All[dice.From(0, 2)].Make(dice);
        var number = sample.Secrets[0];
        return (dice.Of("number on the card {0}", "{0} was refused", "billing {0}", "no result for {0}", "\"healthNumber\":\"{0}\"", "their number {0} is wrong", "look up {0}").Replace("{0}", number, StringComparison.Ordinal), [number]);
    }

    private static (string, string[]) Name(Dice dice)
    {
        var (given, family) = (dice.Of(Given), dice.Of(Family));
        return (dice.Of("patient {0} {1} has no case", "Patient \"{0} {1}\" was not found", "could not link patient {1}, {0}", "No appointments for {0} {1} on Monday", "creating note for {0} {1} failed", "a patient named {0} {1} exists twice", "cannot find somebody called {0} {1}", "Patients: {0} {1}", "\"patient_name\": \"{0} {1}\"", "client {0} {1} is archived",
            "patient={0} {1};", "Patient [{0} {1}]", "patient record for {0} {1}", "results for patient {0} {1}: 0", "the appointment of patient {0} {1}").Replace("{0}", given, StringComparison.Ordinal).Replace("{1}", family, StringComparison.Ordinal), [given, family]);
    }

    private static (string, string[]) Mail(Dice dice)
    {
        var (local, host) = (dice.Of("lucy", "accounts", "dr.holloway", "front-desk", "k_ito"), dice.Of("harbour", "spine-clinic", "hotmail", "physio"));
        var mail = dice.Of($"{local} at {host} dot com", $"{local} at {host} dot co dot nz", $"{local}(at){host}(dot)com", $"{local} [at] {host} [dot] org", $"{local} AT {host} DOT net", $"{local} (AT) {host}.com", $"{local} at {host} dot com dot au", $"{local} <at> {host} <dot> com");
        return ($"mail {mail}", [mail]);
    }
}
