using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;

namespace Motics.Support.Portal.Api;

/// <summary>Versions as HTTP carries them: <c>ETag: "3"</c> in answers, <c>If-Match: "3"</c> in changes.</summary>
internal static class EntityTag
{
    public const string Needed = "Send If-Match with the version you saw, as in the ETag of your last read: If-Match: \"3\".";

    /// <summary>What a caller who has a thing's version may send; a version that can never be is stale like any other.</summary>
    private const int Never = -1;

    public static void SetVersion(this HttpResponse response, int version) =>
        response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version that the caller saw; null when none was sent (428 where one is needed).</summary>
    public static int? SeenVersion(this HttpRequest request)
    {
        var text = request.Headers.IfMatch.ToString().Trim();
        return text.Length == 0 || text == "*" ? null
            : int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : Never;
    }
}
