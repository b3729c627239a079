using System.Buffers.Binary;
using System.Text;
using Motics.Support.Core;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Tickets;
using SkiaSharp;

namespace Motics.Support.Data.Tests.Tickets;

public sealed class ScreenshotReaderTests
{
    private readonly ScreenshotReader reader = new();

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    public void Picture_Whole_IsEncodedAnew(SKEncodedImageFormat format, string contentType)
    {
        var read = reader.Read(Picture(format));
        Assert.True(read.Done, read.Refusal?.ToString());
        Assert.Equal((contentType, 6, 4), (read.Value.ContentType, read.Value.Width, read.Value.Height));
        using var decoded = SKBitmap.Decode(read.Value.Bytes);
        Assert.Equal((6, 4), (decoded.Width, decoded.Height));
        Assert.InRange(decoded.GetPixel(0, 0).Red, 200, 255);
        Assert.InRange(decoded.GetPixel(5, 3).Blue, 200, 255);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void Picture_WithSomethingBehindIt_LosesIt(SKEncodedImageFormat format)
    {
        byte[] upload = [.. Picture(format), .. "<script>alert(1)</script>"u8];
        var read = reader.Read(upload);
        Assert.True(read.Done);
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(read.Value.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_WithMetadata_LosesIt()
    {
        var png = Picture(SKEncodedImageFormat.Png);
        // A text chunk right behind the header chunk, as cameras and editors write it.
        byte[] upload = [.. png[..33], .. Chunk("tEXt", "Comment\0taken at home"u8.ToArray()), .. png[33..]];
        var read = reader.Read(upload);
        Assert.True(read.Done);
        Assert.DoesNotContain("taken at home", Encoding.Latin1.GetString(read.Value.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Photo_HeldSideways_IsTurnedUpright()
    {
        var read = reader.Read(WithOrientation(Picture(SKEncodedImageFormat.Jpeg, 32, 16), 6));
        Assert.True(read.Done);
        Assert.Equal((16, 32), (read.Value.Width, read.Value.Height));
        using var decoded = SKBitmap.Decode(read.Value.Bytes);
        // Red was on the left; turned clockwise it is at the top.
        Assert.InRange(decoded.GetPixel(8, 2).Red, 200, 255);
        Assert.InRange(decoded.GetPixel(8, 29).Blue, 200, 255);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void Picture_CutOff_IsRefused(SKEncodedImageFormat format)
    {
        var whole = Picture(format, 64, 64, noise: true);
        Assert.Contains("damaged", Message(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("damaged", Message(whole[..20]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("GIF89a.............")]
    [InlineData("BM..............")]
    [InlineData("RIFF....WEBPVP8 ")]
    public void File_OfAnotherKind_IsRefusedWhateverItsName(string content) =>
        Assert.Contains("no PNG or JPEG", Message(Encoding.ASCII.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void File_ThatOnlyBeginsLikeAPicture_IsRefused()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. "<html>nothing else</html>"u8];
        Assert.Contains("damaged", Message(png), StringComparison.Ordinal);
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. "<html>nothing else</html>"u8];
        Assert.Contains("damaged", Message(jpeg), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_OfHugeSizeInAFewBytes_IsRefusedBeforeItIsDecoded()
    {
        var bomb = Picture(SKEncodedImageFormat.Png);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("40 megapixels", Message(bomb), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 10_000_000);
    }

    [Fact]
    public void File_EmptyOrTooLarge_IsRefused()
    {
        Assert.Contains("empty", Message([]), StringComparison.Ordinal);
        Assert.Contains("5 MiB", Message(new byte[ScreenshotReader.MaxBytes + 1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_ReadAgain_IsStillAPicture()
    {
        var once = reader.Read(Picture(SKEncodedImageFormat.Jpeg));
        Assert.True(reader.Read(once.Value!.Bytes).Done);
    }

    private string Message(byte[] upload)
    {
        Outcome<CleanImage> read = reader.Read(upload);
        var error = Assert.Single(Assert.IsType<Refusal.Invalid>(read.Refusal).Errors);
        Assert.Equal("file", error.Field);
        return error.Message;
    }

    // Red on the left, blue on the right; noise makes the file long enough to be cut.
    private static byte[] Picture(SKEncodedImageFormat format, int width = 6, int height = 4, bool noise = false)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var x = 0; x < width; x++)
        {
            for (var y = 0; y < height; y++)
            {
                bitmap.SetPixel(x, y, noise ? new SKColor((uint)(0xFF000000 + (x * 7919) + (y * 104729))) : x < width / 2 ? SKColors.Red : SKColors.Blue);
            }
        }

        using var data = bitmap.Encode(format, 100);
        return data.ToArray();
    }

    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        // An EXIF segment with the one tag 0x0112, little endian.
        byte[] exif = [.. "Exif\0\0II*\0\b\0\0\0"u8, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. body];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(named));
        return [.. length, .. named, .. crc];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var item in bytes)
        {
            crc ^= item;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
