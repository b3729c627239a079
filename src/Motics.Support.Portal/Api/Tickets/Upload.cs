using Microsoft.AspNetCore.Http.Features;

namespace Motics.Support.Portal.Api.Tickets;

/// <summary>A file out of a form.</summary>
/// <param name="FileName">As the sender calls it; only ever read, never a path.</param>
internal sealed record Upload(string FileName, byte[] Content)
{
    // The picture may have 5 MiB; the form around it needs a little.
    private const int MaxBytes = (5 * 1024 * 1024) + (64 * 1024);

    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = MaxBytes, ValueCountLimit = 16, MultipartHeadersCountLimit = 16, BufferBodyLengthLimit = MaxBytes };

    public static async Task<(Upload? Upload, Problem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return (null, Problems.Of(StatusCodes.Status415UnsupportedMediaType, "Send multipart/form-data with one file."));
        }

        if (request.ContentLength > MaxBytes)
        {
            return (null, TooLarge);
        }

        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, Limits));
            var form = await request.ReadFormAsync(cancellationToken);
            return form.Files is [var file, ..] ? (await CopyAsync(file, cancellationToken), null) : (null, NoFile);
        }
        catch (InvalidDataException wrong) when (wrong.Message.Contains("limit", StringComparison.Ordinal))
        {
            return (null, TooLarge);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException)
        {
            return (null, Problems.Of(StatusCodes.Status400BadRequest, "The body is not a whole multipart form."));
        }
    }

    private static Problem TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, "A screenshot may have 5 MiB at most.");

    private static Problem NoFile => Problems.Of(StatusCodes.Status422UnprocessableEntity, "The form holds no file.") with
    {
        Errors = [new Core.FieldError("file", "Is missing: send a PNG or JPEG as a file of the form.")],
    };

    private static async Task<Upload> CopyAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return new Upload(file.FileName, content.ToArray());
    }
}
