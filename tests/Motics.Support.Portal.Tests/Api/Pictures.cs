using SkiaSharp;

namespace Motics.Support.Portal.Tests.Api;

internal static class Pictures
{
    /// <summary>A PNG of this size.</summary>
    public static byte[] Png(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
