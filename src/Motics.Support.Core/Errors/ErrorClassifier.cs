namespace Motics.Support.Core.Errors;

/// <summary>
/// Says what kind of failure an error is, from its code, HTTP status and message. In this order: a code that is a kind's own name; a status that says
/// by itself that the EHR is busy or away; telling words; the status; a status named in the words; vague words. A status below 400 says
/// nothing: Nookal v2 reports failures with HTTP 200 (<c>ehr-facts.md</c>).
/// </summary>
public static class ErrorClassifier
{
    private static readonly PhraseTable Telling = new(ErrorPhrases.Telling);
    private static readonly PhraseTable Vague = new(ErrorPhrases.Vague);

    /// <summary>The kind; <see cref="ErrorKind.Unknown"/> when nothing in the table fits.</summary>
    /// <param name="code">The sender's code; null when none.</param>
    /// <param name="httpStatus">HTTP status of the EHR's answer; null when none.</param>
    /// <param name="message">What the user or the log read; may be empty.</param>
    public static ErrorKind Classify(string? code, int? httpStatus, string? message)
    {
        var words = ErrorWords.Of(code);
        if (Kebab.Parse<ErrorKind>(string.Join('-', words)) is { } named and not ErrorKind.Unknown)
            return named;
        // A stop that no phrase crosses.
        words.Add("");
        words.AddRange(ErrorWords.Of(message));
        return Busy(httpStatus) ?? Telling.Find(words) ?? OfStatus(httpStatus) ?? OfStatus(StatusNamed(words)) ?? Vague.Find(words) ?? ErrorKind.Unknown;
    }

    // These are said by proxies and limiters before anybody looked at the key.
    private static ErrorKind? Busy(int? status) => status switch
    {
        429 => ErrorKind.RateLimited,
        502 or 503 or 504 or (>= 520 and <= 527) or 530 => ErrorKind.EhrUnavailable,
        _ => null,
    };

    private static ErrorKind? OfStatus(int? status) => status switch
    {
        401 => ErrorKind.AuthenticationFailed,
        // Cliniko: 403 with an empty body means that the key's owner lacks the permission.
        403 => ErrorKind.PermissionDenied,
        408 => ErrorKind.Timeout,
        >= 400 and < 429 or (> 429 and < 500) => ErrorKind.InvalidRequest,
        >= 500 and < 600 => Busy(status) ?? ErrorKind.ServerError,
        _ => Busy(status),
    };

    // "Request failed with status code 401", "HTTP 503", "401 Unauthorized": the first such number, at the start or after a word that announces it.
    private static int? StatusNamed(List<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Length == 3 && int.TryParse(words[index], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
                && number is >= 400 and < 600 && (index == 0 || words[index - 1] is "" or "http" or "status" or "code" or "error" or "returned" or "https"))
                return number;
        }
        return null;
    }
}
