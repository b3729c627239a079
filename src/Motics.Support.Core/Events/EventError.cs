using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Events;

/// <summary>Reads and classifies the <c>error</c> of a failing event.</summary>
internal static class EventError
{
    private const int LongestMessage = 8_000;
    private const int LongestCode = 100;
    private const string AcceptedMessage = "a text of at most 8000 characters";
    private const string AcceptedCode = "a text of at most 100 characters";

    /// <summary>The error; what is wrong with it is noted in <paramref name="error"/>. An empty message is one: Cliniko's 403 has an empty body.</summary>
    public static IntegrationError Read(EventFields error)
    {
        var code = error.Text("code", AcceptedCode, LongestCode);
        var status = error.Number("httpStatus", 100, 599);
        var message = error.Required("message", AcceptedMessage) ? EventText.Keep(error.Raw("message", AcceptedMessage, LongestMessage), LongestMessage) ?? "" : "";
        return Of(code, status, message) with
        {
            CorrelationId = error.Id("correlationId"),
            NookalRegion = error.Name<NookalRegion>("nookalRegion"),
            ClinikoShard = EventPatterns.Shard(error, "clinikoShard"),
        };
    }

    private static IntegrationError Of(string? code, int? status, string message) => new()
    {
        Code = code,
        HttpStatus = status,
        Message = message,
        Kind = ErrorClassifier.Classify(code, status, message),
        NormalisedMessage = MessageNormaliser.Normalise(message.Length > 0 ? message : code ?? (status is { } known ? $"HTTP {known}" : "")),
    };
}
