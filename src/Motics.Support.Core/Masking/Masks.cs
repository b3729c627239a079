namespace Motics.Support.Core.Masking;

/// <summary>
/// Every mask, with an example that must be found and one that must stay; a test tries them all, and the page for admins shows them. Examples are put together
/// here, so that no scanner takes this file for a leak.
/// </summary>
public static class Masks
{
    private const MaskedKinds Key = MaskedKinds.Key, Token = MaskedKinds.Token;

    public static Mask KeyShape { get; } = new("key-shape", "Keys by their shape: Cliniko, Nookal, hexadecimal, base64", Key, "Key MS0x" + "Sk5vTmUzT0ZhS2VfS2V5" + "MDkyMTd4Qm1-uk1 rejected", "riverside-physiotherapy-and-sports-clinic-uk1");

    public static Mask KeyPrefix { get; } = new("key-prefix", "Keys of other services, by how they begin", Token, "AK" + "IA" + "EXAMPLEQ2NOTAKEY", "Shard uk1, au2 and ca1");

    public static Mask KeyLabel { get; } = new("key-label", "Keys and tokens, by the word before them", Key, "api_key=" + "ab12cd34", "API key is missing");

    public static Mask WebToken { get; } = new("web-token", "JSON web tokens", Token, "token eyJhbGci" + "OiJub25lIn0." + "eyJzdWIiOiIxIn0.", "eyJ");

    public static Mask Bearer { get; } = new("bearer", "What follows Bearer, Basic or Authorization", Token, "Authorization: Bearer " + "abc123def", "The bearer token has expired");

    public static Mask TokenLabel { get; } = new("token-label", "Tokens and credentials, by the word before them", Token, "access_token=" + "ab12cd34", "Token has expired");

    public static Mask Password { get; } = new("password", "Passwords and PINs, by the word before or after them, in many languages", Token, "password was " + "wallaby7", "The password was rejected");

    public static Mask Cookie { get; } = new("cookie", "Values of cookies and sessions", Token, "Cookie: sid=" + "ab12", "Cookies are blocked");

    public static Mask AddressUser { get; } = new("address-user", "User and password in an address", Token, "https://sync:" + "wallaby@localhost/x", "https://localhost:5080/x");

    public static Mask Email { get; } = new("e-mail", "E-mail addresses", MaskedKinds.Email, "jane.doe" + "@" + "clinic.example", "@here see above");

    public static Mask SpeltEmail { get; } = new("e-mail-spelt", "E-mail addresses in words", MaskedKinds.Email, "jane.doe at clinic dot com", "Failed at the first step");

    public static Mask Phone { get; } = new("phone", "Phone numbers", MaskedKinds.Phone, "call 03 377 0123", "12345678 of 100000000 rows");

    public static Mask BirthDate { get; } = new("date-of-birth", "Dates of birth: any date after such a label, and dates from 1900 to 2019", MaskedKinds.DateOfBirth, "{\"dateOfBirth\":\"2020-03-22\"}", "Failed on 24/11/2026 at 09:12");

    public static Mask Medicare { get; } = new("medicare-number", "Medicare and healthcare numbers of Australia", MaskedKinds.Number, "Medicare 2123 45670 1", "2123 45671 1");

    public static Mask Nhs { get; } = new("nhs-number", "NHS numbers", MaskedKinds.Number, "NHS number 943 476 5919", "NHS number must have 10 digits");

    public static Mask Card { get; } = new("card-number", "Numbers of payment cards", MaskedKinds.Number, "card 4111 1111 1111 1111", "4111 1111 1111 1112");

    public static Mask PatientName { get; } = new("name", "Names of people after patient, for or named, after Mr and Mrs, and in fields for names", MaskedKinds.Name, "Patient Jane Doe not found", "Patient Not Found");

    /// <summary>All of them. Their order is that of the page.</summary>
    public static IReadOnlyList<Mask> All { get; } =
    [
        KeyShape, KeyPrefix, KeyLabel, WebToken, Bearer, TokenLabel, Password, Cookie, AddressUser, Email, SpeltEmail, Phone, BirthDate, Medicare, Nhs, Card, PatientName,
    ];

    /// <summary>What is written in texts instead of secrets.</summary>
    internal static IEnumerable<string> Words => All.Select(mask => mask.Word).Distinct();
}
