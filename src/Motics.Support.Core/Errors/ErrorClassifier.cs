namespace Motics.Support.Core.Errors;

/// <summary>Says what kind of failure an error is, from its code, HTTP status and message.</summary>
public static class ErrorClassifier
{
    /// <summary>The kind; <see cref="ErrorKind.Unknown"/> when nothing in the table fits.</summary>
    /// <param name="code">The sender's code; null when none.</param>
    /// <param name="httpStatus">HTTP status of the EHR's answer; null when none.</param>
    /// <param name="message">What the user or the log read; may be empty.</param>
    public static ErrorKind Classify(string? code, int? httpStatus, string? message) => throw new NotImplementedException();
}
