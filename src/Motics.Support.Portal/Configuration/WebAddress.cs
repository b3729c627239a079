using Microsoft.AspNetCore.Http;

namespace Motics.Support.Portal.Configuration;

/// <summary>What counts as an address in the settings.</summary>
internal static class WebAddress
{
    /// <summary>An absolute http or https address without user information; null when it is none.</summary>
    public static Uri? Parse(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri : null;

    /// <summary>True for what the server can listen on: names, <c>*</c> and <c>+</c> are allowed as hosts.</summary>
    public static bool CanListen(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
