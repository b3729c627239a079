using System.Text.Json;

namespace Motics.Support.Simulator.Posting;

/// <summary>Reads the portal's answer to a batch.</summary>
internal static class EventAnswer
{
    /// <summary>The counts; an answer that has none is a failure with a sentence.</summary>
    public static Tally Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var answer = json.RootElement;
            if (answer.ValueKind is not JsonValueKind.Object || !answer.TryGetProperty("rejected", out var rejected) || rejected.ValueKind is not JsonValueKind.Array)
                return new Tally { Failure = $"The portal refused the batch: {Title(text)}" };
            return new Tally
            {
                Accepted = Number(answer, "accepted"),
                Duplicates = Number(answer, "duplicates"),
                Rejected = rejected.GetArrayLength(),
                FirstRejection = rejected.GetArrayLength() > 0 ? Short(rejected[0].GetRawText()) : null,
            };
        }
        catch (JsonException)
        {
            return new Tally { Failure = "The answer is no JSON. Is this the address of a portal?" };
        }
    }

    /// <summary>The title of a problem document, or nothing.</summary>
    public static string Title(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("title", out var title) ? Short(title.ToString()) : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static long Number(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;

    private static string Short(string text) => text.Length <= 400 ? text : text[..400] + "…";
}
