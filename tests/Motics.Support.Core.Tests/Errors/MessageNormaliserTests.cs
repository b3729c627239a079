using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Errors;

public sealed class MessageNormaliserTests
{
    [Theory]
    [InlineData("Patient 1042 not found", "Patient {n} not found")]
    [InlineData("patient 77 not found.", "Patient {n} not found")]
    [InlineData("401 Unauthorized: invalid client credentials", "401 unauthorized: invalid client credentials")]
    [InlineData("GET https://api.uk1.cliniko.com/v1/patients?q=x failed", "Get {url} failed")]
    [InlineData("GET /v1/patients/12 failed", "Get {url} failed")]
    [InlineData("No case 'Lower back' for \"Jane\"", "No case {value} for {value}")]
    [InlineData("Failed at 2026-11-24T09:12:00Z", "Failed at {time}")]
    [InlineData("Failed at 09:12:00", "Failed at {time}")]
    [InlineData("Request req-8f2c77aa failed", "Request {id} failed")]
    [InlineData("Timed out after 30000 ms", "Timed out after {n} ms")]
    [InlineData("Key [key] of v3 in uk1 refused", "Key [key] of v3 in uk1 refused")]
    [InlineData("The clinic's key failed", "The clinic's key failed")]
    [InlineData("  many \t blanks\nhere ", "Many blanks here")]
    [InlineData("", "No message")]
    [InlineData("...", "No message")]
    public void Normalise_Message_HasOnlyWhatStays(string message, string normal) => Assert.Equal(normal, MessageNormaliser.Normalise(message));

    [Fact]
    public void Normalise_VeryLongMessage_IsCut() => Assert.True(MessageNormaliser.Normalise(new string('a', 5_000)).Length <= MessageNormaliser.MaxLength);

    [Fact]
    public void Normalise_NormalisedMessage_ChangesNothing()
    {
        var normal = MessageNormaliser.Normalise("Patient 1042 at https://x.y/z said 'no' on 2026-11-24T09:12:00Z, 503");

        Assert.Equal(normal, MessageNormaliser.Normalise(normal));
    }

    [Fact]
    public void GroupId_SameParts_IsTheSameForEver() =>
        Assert.Equal("11b5f7ae04456cd597c4", MessageNormaliser.GroupId(ErrorKind.AuthenticationFailed, Ehr.Cliniko, Operation.PatientSearch, "Authentication failed"));

    [Fact]
    public void GroupId_AnyPartDiffers_IsAnother()
    {
        string[] ids =
        [
            MessageNormaliser.GroupId(ErrorKind.Timeout, Ehr.Cliniko, Operation.Verify, "A"), MessageNormaliser.GroupId(ErrorKind.ServerError, Ehr.Cliniko, Operation.Verify, "A"),
            MessageNormaliser.GroupId(ErrorKind.Timeout, Ehr.Nookal, Operation.Verify, "A"), MessageNormaliser.GroupId(ErrorKind.Timeout, null, Operation.Verify, "A"),
            MessageNormaliser.GroupId(ErrorKind.Timeout, Ehr.Cliniko, Operation.Other, "A"), MessageNormaliser.GroupId(ErrorKind.Timeout, Ehr.Cliniko, Operation.Verify, "B"),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
