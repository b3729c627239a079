using Motics.Support.Core;
using Motics.Support.Core.Tickets;
using SkiaSharp;

namespace Motics.Support.Data.Tickets;

/// <summary>
/// Decodes an uploaded picture and encodes it anew: what is kept is a picture that we made, without metadata, hidden payload or tricks
/// of the file format. Everything else is refused with a reason.
/// </summary>
public sealed class ScreenshotReader : IScreenshotReader
{
    /// <summary>Bytes, before and after.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Pixels; told from the header, before a pixel is decoded.</summary>
    public const long MaxPixels = 40_000_000;

    private const int JpegQuality = 90;
    private const string Field = "file";

    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] JpegStart = [0xFF, 0xD8, 0xFF];

    // One at a time: a picture of the largest size takes 160 MB while it is decoded.
    private readonly Lock turn = new();

    /// <inheritdoc />
    public Outcome<CleanImage> Read(ReadOnlyMemory<byte> upload)
    {
        if (upload.IsEmpty)
        {
            return Refused("Is empty. Send a PNG or JPEG picture.");
        }

        if (upload.Length > MaxBytes)
        {
            return Refused("Is larger than 5 MiB. Cut the picture to the part that matters.");
        }

        if (!upload.Span.StartsWith(PngStart) && !upload.Span.StartsWith(JpegStart))
        {
            return Refused("Is no PNG or JPEG picture, whatever its name says.");
        }

        lock (turn)
        {
            return Decode(upload);
        }
    }

    private static Outcome<CleanImage> Decode(ReadOnlyMemory<byte> upload)
    {
        using var data = SKData.CreateCopy(upload.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg))
        {
            return Refused("Is damaged: it begins like a picture but cannot be read.");
        }

        if ((long)codec.Info.Width * codec.Info.Height is < 1 or > MaxPixels)
        {
            return Refused("Has more than 40 megapixels. Send a smaller picture.");
        }

        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            return Refused("Is damaged or not whole. Save the picture again and send that.");
        }

        using var upright = Orientation.Upright(bitmap, codec.EncodedOrigin);
        return Encode(upright ?? bitmap, codec.EncodedFormat);
    }

    private static Outcome<CleanImage> Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        var bytes = Encoded(bitmap, format);
        if (bytes.Length > MaxBytes && format == SKEncodedImageFormat.Png)
        {
            format = SKEncodedImageFormat.Jpeg;
            bytes = Encoded(bitmap, format);
        }

        return bytes.Length is 0 or > MaxBytes
            ? Refused("Is larger than 5 MiB when it is saved again. Cut the picture to the part that matters.")
            : new CleanImage(bytes, format == SKEncodedImageFormat.Png ? "image/png" : "image/jpeg", bitmap.Width, bitmap.Height);
    }

    private static byte[] Encoded(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var encoded = bitmap.Encode(format, JpegQuality);
        return encoded?.ToArray() ?? [];
    }

    private static Refusal Refused(string message) => Refusal.Field(Field, message);
}
