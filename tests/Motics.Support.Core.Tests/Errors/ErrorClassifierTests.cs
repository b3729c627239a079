using Motics.Support.Core.Errors;

namespace Motics.Support.Core.Tests.Errors;

public sealed class ErrorClassifierTests
{
    [Theory]
    // The help article's own words, and how programs spell them.
    [InlineData("Motics says the Cliniko integration is disconnected", ErrorKind.Disconnected)]
    [InlineData("Cliniko disconnected", ErrorKind.Disconnected)]
    [InlineData("Nookal is not connected", ErrorKind.Disconnected)]
    [InlineData("Please reconnect Nookal", ErrorKind.Disconnected)]
    [InlineData("INTEGRATION_NOT_CONNECTED", ErrorKind.Disconnected)]
    [InlineData("This integration is no longer connected.", ErrorKind.Disconnected)]
    [InlineData("authentication failed", ErrorKind.AuthenticationFailed)]
    [InlineData("Authentication Failed.", ErrorKind.AuthenticationFailed)]
    [InlineData("AuthenticationFailed", ErrorKind.AuthenticationFailed)]
    [InlineData("Failed to authenticate with Cliniko", ErrorKind.AuthenticationFailed)]
    [InlineData("Could not authenticate", ErrorKind.AuthenticationFailed)]
    [InlineData("401 Unauthorized: invalid client credentials", ErrorKind.AuthenticationFailed)]
    [InlineData("Unauthorised", ErrorKind.AuthenticationFailed)]
    [InlineData("Unauthorized", ErrorKind.AuthenticationFailed)]
    [InlineData("Invalid API key", ErrorKind.AuthenticationFailed)]
    [InlineData("The API key is not valid", ErrorKind.AuthenticationFailed)]
    [InlineData("API key has been revoked", ErrorKind.AuthenticationFailed)]
    [InlineData("Your API key has expired", ErrorKind.AuthenticationFailed)]
    [InlineData("Nookal did not accept the key", ErrorKind.AuthenticationFailed)]
    [InlineData("Token request failed", ErrorKind.AuthenticationFailed)]
    [InlineData("invalid_client", ErrorKind.AuthenticationFailed)]
    [InlineData("missing API key", ErrorKind.MissingApiKey)]
    [InlineData("Missing api-key", ErrorKind.MissingApiKey)]
    [InlineData("MISSING_API_KEY", ErrorKind.MissingApiKey)]
    [InlineData("MissingApiKey", ErrorKind.MissingApiKey)]
    [InlineData("API key is missing", ErrorKind.MissingApiKey)]
    [InlineData("No API key configured for this organisation", ErrorKind.MissingApiKey)]
    [InlineData("apikey not set", ErrorKind.MissingApiKey)]
    [InlineData("credentials not found", ErrorKind.CredentialsNotFound)]
    [InlineData("CredentialsNotFound", ErrorKind.CredentialsNotFound)]
    [InlineData("Could not find credentials", ErrorKind.CredentialsNotFound)]
    [InlineData("No stored credentials for nookal", ErrorKind.CredentialsNotFound)]
    [InlineData("integration disabled", ErrorKind.IntegrationDisabled)]
    [InlineData("The Nookal integration has been disabled", ErrorKind.IntegrationDisabled)]
    [InlineData("Integration is not enabled", ErrorKind.IntegrationDisabled)]
    [InlineData("INTEGRATION_DISABLED", ErrorKind.IntegrationDisabled)]
    [InlineData("No patients recognised", ErrorKind.NoPatientsRecognised)]
    [InlineData("no patients are recognized", ErrorKind.NoPatientsRecognised)]
    [InlineData("No matching patients", ErrorKind.NoPatientsRecognised)]
    [InlineData("No patients found in Cliniko", ErrorKind.NoPatientsRecognised)]
    [InlineData("permission denied", ErrorKind.PermissionDenied)]
    [InlineData("You do not have permission to create treatment notes", ErrorKind.PermissionDenied)]
    [InlineData("You are not authorized to perform this action", ErrorKind.PermissionDenied)]
    [InlineData("Forbidden", ErrorKind.PermissionDenied)]
    [InlineData("Access denied", ErrorKind.PermissionDenied)]
    [InlineData("API key lacks Clinical Notes access", ErrorKind.PermissionDenied)]
    [InlineData("region mismatch", ErrorKind.RegionMismatch)]
    [InlineData("Wrong region selected", ErrorKind.RegionMismatch)]
    [InlineData("The region does not match your Nookal site", ErrorKind.RegionMismatch)]
    [InlineData("Patient not linked", ErrorKind.PatientNotLinked)]
    [InlineData("Session is not linked to a patient", ErrorKind.PatientNotLinked)]
    [InlineData("Patient 1042 does not exist", ErrorKind.PatientNotLinked)]
    [InlineData("Patient not found", ErrorKind.PatientNotLinked)]
    [InlineData("Too many requests", ErrorKind.RateLimited)]
    [InlineData("Rate limit exceeded, retry after 30 s", ErrorKind.RateLimited)]
    [InlineData("Request was throttled", ErrorKind.RateLimited)]
    [InlineData("Service Unavailable", ErrorKind.EhrUnavailable)]
    [InlineData("502 Bad Gateway", ErrorKind.EhrUnavailable)]
    [InlineData("connect ECONNREFUSED", ErrorKind.EhrUnavailable)]
    [InlineData("Cliniko is down for scheduled maintenance", ErrorKind.EhrUnavailable)]
    [InlineData("getaddrinfo ENOTFOUND api.nookal.com", ErrorKind.EhrUnavailable)]
    [InlineData("Request timed out after 30000 ms", ErrorKind.Timeout)]
    [InlineData("The operation has timed-out", ErrorKind.Timeout)]
    [InlineData("ETIMEDOUT", ErrorKind.Timeout)]
    [InlineData("Authentication failed: request timed out", ErrorKind.Timeout)]
    [InlineData("Internal Server Error", ErrorKind.ServerError)]
    [InlineData("An unexpected error occurred", ErrorKind.ServerError)]
    [InlineData("server error", ErrorKind.ServerError)]
    [InlineData("Practitioner is required", ErrorKind.InvalidRequest)]
    [InlineData("Case not found", ErrorKind.InvalidRequest)]
    [InlineData("Bad request", ErrorKind.InvalidRequest)]
    [InlineData("Validation failed: body is too long", ErrorKind.InvalidRequest)]
    [InlineData("Request failed with status code 401", ErrorKind.AuthenticationFailed)]
    [InlineData("HTTP 503", ErrorKind.EhrUnavailable)]
    [InlineData("Something went wrong", ErrorKind.Unknown)]
    [InlineData("", ErrorKind.Unknown)]
    public void Classify_MessageAlone_IsOfItsKind(string message, ErrorKind kind) => Assert.Equal(kind, ErrorClassifier.Classify(null, null, message));

    [Theory]
    [InlineData(400, ErrorKind.InvalidRequest)]
    [InlineData(401, ErrorKind.AuthenticationFailed)]
    [InlineData(403, ErrorKind.PermissionDenied)]
    [InlineData(404, ErrorKind.InvalidRequest)]
    [InlineData(408, ErrorKind.Timeout)]
    [InlineData(422, ErrorKind.InvalidRequest)]
    [InlineData(429, ErrorKind.RateLimited)]
    [InlineData(500, ErrorKind.ServerError)]
    [InlineData(502, ErrorKind.EhrUnavailable)]
    [InlineData(503, ErrorKind.EhrUnavailable)]
    [InlineData(504, ErrorKind.EhrUnavailable)]
    [InlineData(521, ErrorKind.EhrUnavailable)]
    [InlineData(200, ErrorKind.Unknown)]
    [InlineData(302, ErrorKind.Unknown)]
    public void Classify_StatusWithEmptyBody_IsOfItsKind(int status, ErrorKind kind) => Assert.Equal(kind, ErrorClassifier.Classify(null, status, ""));

    [Theory]
    // Nookal v3: Motics' own short session ran out; nobody need touch the key.
    [InlineData(400, "Token has expired", ErrorKind.ServerError)]
    [InlineData(401, "Token has expired", ErrorKind.ServerError)]
    // Nookal v2: a failure in an answer that says 200.
    [InlineData(200, "Invalid API key", ErrorKind.AuthenticationFailed)]
    [InlineData(200, "failure", ErrorKind.Unknown)]
    [InlineData(401, "Missing API key", ErrorKind.MissingApiKey)]
    [InlineData(403, "Forbidden", ErrorKind.PermissionDenied)]
    [InlineData(403, "Unauthorized", ErrorKind.PermissionDenied)]
    [InlineData(500, "Unauthorized", ErrorKind.ServerError)]
    [InlineData(503, "Authentication failed", ErrorKind.EhrUnavailable)]
    [InlineData(429, "Authentication failed", ErrorKind.RateLimited)]
    [InlineData(401, "No patients recognised", ErrorKind.NoPatientsRecognised)]
    [InlineData(404, "Patient not found", ErrorKind.PatientNotLinked)]
    [InlineData(422, "practitioner_id is required", ErrorKind.InvalidRequest)]
    [InlineData(401, "Your account is limited", ErrorKind.AuthenticationFailed)]
    public void Classify_StatusAndMessage_TheMoreTellingDecides(int status, string message, ErrorKind kind) => Assert.Equal(kind, ErrorClassifier.Classify(null, status, message));

    [Theory]
    [InlineData("permission-denied", ErrorKind.PermissionDenied)]
    [InlineData("RATE_LIMITED", ErrorKind.RateLimited)]
    [InlineData("EhrUnavailable", ErrorKind.EhrUnavailable)]
    [InlineData("timeout", ErrorKind.Timeout)]
    [InlineData("INTEGRATION_DISABLED", ErrorKind.IntegrationDisabled)]
    [InlineData("ERR_MISSING_API_KEY", ErrorKind.MissingApiKey)]
    [InlineData("HTTP_401", ErrorKind.AuthenticationFailed)]
    [InlineData("E1042", ErrorKind.Unknown)]
    public void Classify_CodeAlone_IsOfItsKind(string code, ErrorKind kind) => Assert.Equal(kind, ErrorClassifier.Classify(code, null, "It did not work"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Classify_CodeThatIsAKindsName_IsThatKind(ErrorKind kind) => Assert.Equal(kind, ErrorClassifier.Classify(Kebab.Name(kind), 418, "whatever"));

    [Fact]
    public void Classify_PhraseAcrossCodeAndMessage_IsNoPhrase() => Assert.Equal(ErrorKind.Unknown, ErrorClassifier.Classify("missing", null, "API key"));

    [Fact]
    public void Classify_EveryPhraseOfTheTable_IsOfItsLineOrAnEarlierOne()
    {
        var lines = ErrorPhrases.Telling.Select(line => line.Kind).ToList();
        foreach (var (kind, phrases) in ErrorPhrases.Telling)
        {
            foreach (var phrase in phrases)
            {
                var found = ErrorClassifier.Classify(null, null, phrase.Replace("...", "the", StringComparison.Ordinal));
                Assert.True(lines.IndexOf(found) >= 0 && lines.IndexOf(found) <= lines.LastIndexOf(kind), $"'{phrase}' is {found}, not {kind}");
            }
        }
    }

    public static TheoryData<ErrorKind> Kinds() => [.. Enum.GetValues<ErrorKind>().Where(kind => kind != ErrorKind.Unknown)];
}
