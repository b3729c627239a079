using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;

namespace Motics.Support.Portal.Api.Json;

/// <summary>
/// Reads JSON bodies of a bounded size. Tells what is no JSON at all (400) from what is JSON of another shape than asked for (422, with
/// the field), and says so in its own words.
/// </summary>
internal sealed class JsonBodyFormatter : TextInputFormatter
{
    private const int MaxBytes = 1024 * 1024;

    public JsonBodyFormatter()
    {
        SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/json"));
        SupportedEncodings.Add(new UTF8Encoding(false, true));
    }

    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context, Encoding encoding)
    {
        var body = await BoundedBody.ReadAsync(context.HttpContext.Request, MaxBytes, context.HttpContext.RequestAborted);
        if (body is null)
        {
            return Refuse(context, new BodyFault(StatusCodes.Status413PayloadTooLarge, "", $"A JSON body may have {MaxBytes} bytes at most."));
        }

        if (!Utf8.IsValid(body))
        {
            return Refuse(context, new BodyFault(StatusCodes.Status400BadRequest, "", "The body is not UTF-8."));
        }

        return Read(context, body);
    }

    private static InputFormatterResult Read(InputFormatterContext context, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = ApiJson.Options.MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object && document.Deserialize(context.ModelType, ApiJson.Reading) is { } value
                ? InputFormatterResult.Success(value)
                : Refuse(context, new BodyFault(StatusCodes.Status422UnprocessableEntity, "", "The body must be a JSON object."));
        }
        catch (JsonException wrong) when (wrong.InnerException is JsonException || wrong.Path is null)
        {
            return Refuse(context, new BodyFault(StatusCodes.Status400BadRequest, "", $"The body is not JSON nested at most {ApiJson.Options.MaxDepth} deep (line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1})."));
        }
        catch (JsonException wrong)
        {
            return Refuse(context, Wrong(context.ModelType, Field(wrong.Path), wrong as WantedException));
        }
        catch (InvalidOperationException)
        {
            // A half surrogate in a string: JSON by its letters, but no text.
            return Refuse(context, new BodyFault(StatusCodes.Status422UnprocessableEntity, "", "A text in the body holds half a character."));
        }
    }

    private static BodyFault Wrong(Type body, string field, WantedException? wanted) => new(
        StatusCodes.Status422UnprocessableEntity, Wanted.Knows(body, field) ? field : PlainName.Shown(field), wanted?.Message ?? Wanted.Words(body, field));

    private static string Field(string? path) => path is null or "$" ? "" : path.TrimStart('$', '.');

    private static InputFormatterResult Refuse(InputFormatterContext context, BodyFault fault)
    {
        context.ModelState.TryAddModelException(fault.Field, fault);
        return InputFormatterResult.Failure();
    }
}

/// <summary>What is wrong with a body, on its way through MVC's model state.</summary>
internal sealed class BodyFault(int status, string field, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Field { get; } = field;
}
