using System.Globalization;

namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>People in other labels, countries and layouts, written without a look at the masks or the other corpora.</summary>
internal static class UnseenPeople
{
    private static readonly string[] Given = ["Aroha", "Siobhan", "Li", "Penelope", "Tāne", "Thị Hoa", "Mohammed", "Agnieszka", "Jean-Luc", "Björn", "Priya", "Oluwaseun", "Wiremu", "Grace", "Yuki", "Ana María", "Declan", "Fatima", "Kirra", "Tomasz"];
    private static readonly string[] Family = ["Ngata", "O'Neill", "Wei", "Hargreaves", "Māhuta", "Nguyễn", "Al-Hassan", "Kowalczyk", "de la Cruz", "Sørensen", "Venkataraman", "Adeyemi", "Te Rangi", "McAllister", "Tanaka", "van der Berg", "D’Souza", "St. John", "Whaanga", "Papadopoulos"];

    /// <summary>Each kind with what makes one text of it and the values that must not stay.</summary>
    public static IReadOnlyList<Corpus> All { get; } =
    [
        Of("births in fields", r => Put(r, Date(r), ["{{\"birthDate\":\"{0}\"}}", "{{\"patient_dob\":\"{0}\"}}", "date_of_birth={0}", "Birthday: {0}", "birthdate {0} not valid", "{{\"dob\": \"{0}\", \"sex\":\"F\"}}", "PatientBirthDate: {0}", "client-dob={0}", "<dateOfBirth>{0}</dateOfBirth>", "DOB\t{0}", "bday={0}", "?birth_date={0}&x=1", "{{\\\"dateOfBirth\\\":\\\"{0}\\\"}}", "DateOfBirth({0})"])),
        Of("births as said", r => Put(r, Date(r), ["born on {0}", "D.O.B. {0}", "(d.o.b {0})", "born {0}, searched twice", "date of birth: {0}", "her DOB is {0}", "birth date - {0}", "patient born {0} not found", "DOB of {0}", "whose date of birth is {0}", "DoB/{0}", "dob was entered as {0}", "Date of Birth (DD/MM/YYYY): {0}"])),
        Of("births in other languages", r => Put(r, Date(r), ["Geburtsdatum: {0}", "geb. {0}", "né le {0}", "née le {0}", "date de naissance : {0}", "fecha de nacimiento: {0}", "geboortedatum {0}", "data di nascita: {0}", "data urodzenia: {0}", "nascimento: {0}", "födelsedatum: {0}", "дата рождения: {0}", "出生日期：{0}", "生年月日：{0}", "생년월일: {0}"])),
        Of("births in machine formats", r => Machine(r)),
        Of("mobiles, Australia", r => Phone(r, "04" + Digits(r, 8), ["#### ### ###", "####-###-###", "####.###.###", "##########", "#### ######", "## ## ## ## ##"], "+61 ", 1)),
        Of("landlines, Australia", r => Phone(r, new[] { "02", "03", "07", "08" }[r.Next(4)] + r.Next(3, 10) + Digits(r, 7), ["(##) #### ####", "## #### ####", "##-####-####", "##.####.####", "(##)########"], "+61 ", 1)),
        Of("phones, New Zealand", r => Phone(r, new[] { "021", "027", "022", "09", "03", "04" }[r.Next(6)] + r.Next(2, 10) + Digits(r, 6), ["### ### ####", "(0#) ### ####", "##-### ####", "###-###-####"], "+64 ", 1)),
        Of("phones, United Kingdom", r => Phone(r, r.Next(3) switch { 0 => "07" + r.Next(3, 10) + Digits(r, 8), 1 => "020" + r.Next(3, 9) + Digits(r, 7), _ => "01" + r.Next(2, 9) + Digits(r, 8) }, ["##### ######", "### #### ####", "##### ### ###", "(#####) ######", "#### ### ####"], "+44 ", 1)),
        Of("phones with a word before", r => Put(r, "0" + r.Next(2, 10) + Digits(r, 8), ["ph {0}", "Ph: {0}", "tel. {0}", "Mob {0}", "call her on {0}", "text {0} please", "fax={0}", "{{\"mobile\":\"{0}\"}}", "phoneNumber: {0}", "contact no. {0}", "reach me at {0}", "M: {0}", "ring {0} after 5", "{{\"home_phone\":\"{0}\"}}", "WhatsApp {0}", "Telefon: {0}", "teléfono {0}", "SMS to {0} failed"])),
        Of("names after a word", r => PutName(r, ["patient {0} not found", "No match for {0}", "patient named {0}", "client: {0}", "Appointment for {0} at 10:30", "could not save note for {0}", "patient '{0}' is archived", "Patient \"{0}\" has no appointments", "search for {0} returned 0 results", "note of patient {0} was refused", "Client {0}: merge failed", "treatment note for {0} (draft) rejected", "no patient called {0}", "a patient by the name of {0}", "duplicate patients named {0}", "PATIENT: {0}", "patient={0}; code=404", "Unable to link to a patient: patient {0} unknown"])),
        Of("names in fields", r => PutName(r, ["{{\"patientName\":\"{0}\"}}", "{{\"fullName\":\"{0}\"}}", "patient_name={0}", "displayName: {0}", "<PatientName>{0}</PatientName>", "client_name: \"{0}\"", "{{\"name\":\"{0}\",\"type\":\"patient\"}}", "Full name: {0}", "patient.name = '{0}'", "contactName={0}", "{{\\\"patient_name\\\":\\\"{0}\\\"}}"])),
        Of("names in two fields", r => Two(r)),
        Of("names with a title", r => PutName(r, ["Mrs {0} cannot be found", "Mr. {0} is not linked", "note for Ms {0}", "Miss {0} has two files", "the file of Mr {0}", "Mx {0} cannot be merged"])),
        Of("names turned round", r => Turned(r)),
        Of("medicare numbers", r => Put(r, Medicare(r), ["Medicare {0}", "{0} invalid", "medicareNumber={0}", "card {0} not accepted", "claim for {0} rejected", "{{\"medicare\":\"{0}\"}}", "Medicare no. {0}/1", "mcn: {0}"])),
        Of("NHS numbers", r => Put(r, Nhs(r), ["NHS number {0}", "NHS no: {0}", "nhsNumber={0}", "{{\"nhs_number\":\"{0}\"}}", "no record for {0}", "patient {0} not found", "NHS {0} does not match"])),
        Of("card numbers", r => Put(r, Card(r), ["card {0} declined", "payment with {0} failed", "{0}", "cc={0}", "{{\"cardNumber\":\"{0}\"}}", "Visa {0} exp 04/29", "pan:{0}", "charged to {0}."])),
        Of("e-mail addresses", r => Email(r)),
    ];

    private static Corpus Of(string kind, Func<Random, Sample> make) => new("unseen: " + kind, dice => make(new Random(dice.From(0, int.MaxValue - 1))));

    private static Sample Put(Random r, string value, string[] forms) => new(string.Format(CultureInfo.InvariantCulture, forms[r.Next(forms.Length)], value), value);

    private static Sample PutName(Random r, string[] forms)
    {
        var name = Name(r);
        var words = name.Split(' ');
        return Put(r, name, forms) with { Secrets = [words[0], words[^1]] };
    }

    private static string Date(Random r)
    {
        var date = new DateTime(r.Next(1925, 2022), r.Next(1, 13), r.Next(1, 29), 0, 0, 0, DateTimeKind.Utc);
        string[] forms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "d.M.yyyy", "dd-MM-yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "dd/MM/yy", "yyyy/MM/dd", "d-MMM-yy", "d-MMM-yyyy", "MMM d yyyy", "yyyy.MM.dd", "MM/dd/yyyy", "dd MM yyyy", "dddd d MMMM yyyy", "yyyy-MM-ddT00:00:00", "yyyyMMdd", "ddMMyyyy"];
        var text = date.ToString(forms[r.Next(forms.Length)], CultureInfo.InvariantCulture);
        return r.Next(12) switch
        {
            0 => $"the {date.Day}{Ordinal(date.Day)} of {date:MMMM}, {date.Year}".Replace(date.ToString("MMMM", CultureInfo.CurrentCulture), date.ToString("MMMM", CultureInfo.InvariantCulture), StringComparison.Ordinal),
            1 => string.Create(CultureInfo.InvariantCulture, $"{date:MMMM} {date.Day}{Ordinal(date.Day)}, {date.Year}"),
            2 => string.Create(CultureInfo.InvariantCulture, $"{date.Day}{Ordinal(date.Day)} {date:MMM} '{date:yy}"),
            _ => text,
        };
    }

    private static string Ordinal(int day) => (day % 10, day / 10) switch { (1, not 1) => "st", (2, not 1) => "nd", (3, not 1) => "rd", _ => "th" };

    private static Sample Machine(Random r)
    {
        var date = new DateTime(r.Next(1925, 2022), r.Next(1, 13), r.Next(1, 29), 0, 0, 0, DateTimeKind.Utc);
        var packed = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var iso = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = Name(r);
        return r.Next(6) switch
        {
            0 => new($"PID|1||4471^^^MOTICS||{name.Split(' ')[^1]}^{name.Split(' ')[0]}||{packed}|F", packed),
            1 => new($"BDAY:{packed}", packed),
            2 => new($"<birthDate value=\"{iso}\"/>", iso),
            3 => new($"Patient?birthdate=eq{iso}&active=true", iso),
            4 => new($"dob: new Date({date.Year}, {date.Month - 1}, {date.Day})", $"{date.Year}, {date.Month - 1}, {date.Day}"),
            _ => new($"\"dob\":{{\"year\":{date.Year},\"month\":{date.Month},\"day\":{date.Day}}}", $"{date.Year},\"month\":{date.Month}"),
        };
    }

    private static Sample Phone(Random r, string digits, string[] forms, string country, int drop)
    {
        var form = forms[r.Next(forms.Length)];
        var number = r.Next(4) == 0 ? country + digits[drop..(drop + 1)] + " " + digits[(drop + 1)..(drop + 5)] + " " + digits[(drop + 5)..] : Fill(form, digits);
        string[] texts = ["{0} is not in the list", "no patient with {0}", "{0}", "sms to {0} failed", "({0})", "patient search '{0}' returned 0", "asked to ring {0}", "contact {0}, then retry"];
        return Put(r, number, texts) is var sample ? sample with { Secrets = [number, number[^6..]] } : sample;
    }

    private static string Fill(string form, string digits)
    {
        var at = 0;
        var text = string.Concat(form.Select(c => c == '#' || c == '0' ? at < digits.Length ? digits[at++].ToString() : "" : c.ToString()));
        return text + digits[Math.Min(at, digits.Length)..];
    }

    private static string Name(Random r)
    {
        var (given, family) = (Given[r.Next(Given.Length)], Family[r.Next(Family.Length)]);
        return r.Next(8) switch { 0 => $"{given} {family.ToUpperInvariant()}", 1 => $"{given.ToUpperInvariant()} {family.ToUpperInvariant()}", 2 => $"{given} J. {family}", _ => $"{given} {family}" };
    }

    private static Sample Two(Random r)
    {
        var (given, family) = (Given[r.Next(Given.Length)], Family[r.Next(Family.Length)]);
        string[] forms = ["{{\"firstName\":\"{0}\",\"lastName\":\"{1}\"}}", "first_name={0}&last_name={1}", "given: {0}, surname: {1}", "<given>{0}</given><family>{1}</family>", "FirstName: {0} LastName: {1}", "{{\"given_name\":\"{0}\",\"family_name\":\"{1}\"}}", "forename {0}, surname {1}", "{{\"preferredName\":\"{0}\",\"surname\":\"{1}\"}}"];
        return new(string.Format(CultureInfo.InvariantCulture, forms[r.Next(forms.Length)], given, family), given, family);
    }

    private static Sample Turned(Random r)
    {
        var (given, family) = (Given[r.Next(Given.Length)], Family[r.Next(Family.Length)]);
        string[] forms = ["patient {1}, {0} not found", "Patient: {1}, {0}", "no note for {2}, {0}", "client \"{1}, {0}\"", "search for '{2}, {0}' returned 0"];
        return new(string.Format(CultureInfo.InvariantCulture, forms[r.Next(forms.Length)], given, family, family.ToUpperInvariant()), given);
    }

    private static string Medicare(Random r)
    {
        var digits = r.Next(2, 7) + Digits(r, 7);
        int[] weights = [1, 3, 7, 9, 1, 3, 7, 9];
        var all = digits + digits.Select((c, i) => (c - '0') * weights[i]).Sum() % 10 + r.Next(1, 10);
        return r.Next(4) switch { 0 => $"{all[..4]} {all[4..9]} {all[9..]}", 1 => $"{all[..4]}-{all[4..9]}-{all[9..]}", 2 => $"{all[..4]} {all[4..]}", _ => all };
    }

    private static string Nhs(Random r)
    {
        while (true)
        {
            var digits = r.Next(4, 8) + Digits(r, 8);
            var check = 11 - digits.Select((c, i) => (c - '0') * (10 - i)).Sum() % 11;
            if (check == 10) continue;
            var all = digits + check % 11;
            return r.Next(3) switch { 0 => $"{all[..3]} {all[3..6]} {all[6..]}", 1 => $"{all[..3]}-{all[3..6]}-{all[6..]}", _ => all };
        }
    }

    private static string Card(Random r)
    {
        var amex = r.Next(4) == 0;
        var digits = (amex ? "37" : r.Next(2) == 0 ? "4" : "5" + r.Next(1, 6)) + Digits(r, 14);
        digits = digits[..(amex ? 14 : 15)];
        var sum = digits.Reverse().Select((c, i) => i % 2 == 0 ? (c - '0') * 2 / 10 + (c - '0') * 2 % 10 : c - '0').Sum();
        var all = digits + (10 - sum % 10) % 10;
        if (amex) return r.Next(2) == 0 ? all : $"{all[..4]} {all[4..10]} {all[10..]}";
        return r.Next(3) switch { 0 => all, 1 => $"{all[..4]} {all[4..8]} {all[8..12]} {all[12..]}", _ => $"{all[..4]}-{all[4..8]}-{all[8..12]}-{all[12..]}" };
    }

    private static Sample Email(Random r)
    {
        string[] users = ["aroha.ngata", "s.oneill", "li_wei88", "reception", "tane+clinic", "k.kowalczyk"];
        string[] hosts = ["gmail.com", "outlook.com.au", "xtra.co.nz", "physio.example.org", "nhs.net", "bigpond.com"];
        var (user, host) = (users[r.Next(users.Length)], hosts[r.Next(hosts.Length)]);
        string[] forms = ["{0}@{1}", "mailto:{0}@{1}", "{0} at gmail.com", "{0} (at) {2}", "{0}[at]{1}", "{0} at {2}", "{0}%40{1}", "{0}＠{1}", "\"{0}@{1}\"", "<{0}@{1}>", "{0} @ {1}", "{0}&#64;{1}", "{0}\\u0040{1}", "{0} [at] {3}", "{0} AT {2}"];
        var text = string.Format(CultureInfo.InvariantCulture, forms[r.Next(forms.Length)], user, host, host.Replace(".", " dot ", StringComparison.Ordinal), host.Replace(".", " [dot] ", StringComparison.Ordinal));
        return new("no user " + text + " here", text);
    }

    private static string Digits(Random r, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + r.Next(10))));
}
