namespace Motics.Support.Core.Errors;

/// <summary>What kind of failure an error is. The first five are key kinds: the key or its absence is the likely cause.</summary>
public enum ErrorKind
{
    Disconnected,
    AuthenticationFailed,
    MissingApiKey,
    CredentialsNotFound,
    IntegrationDisabled,
    PermissionDenied,
    RegionMismatch,
    NoPatientsRecognised,
    PatientNotLinked,
    RateLimited,
    EhrUnavailable,
    Timeout,
    ServerError,
    InvalidRequest,
    Unknown,
}

/// <summary>Groups of error kinds that triage reasons with.</summary>
public static class ErrorKinds
{
    /// <summary>The key kinds of <c>triage.md</c>: the first five.</summary>
    public static bool IsKeyKind(this ErrorKind kind) => kind <= ErrorKind.IntegrationDisabled;

    /// <summary>Failures that say nothing about the key: timeouts, rate limits, unavailability, server errors.</summary>
    public static bool IsTransient(this ErrorKind kind) =>
        kind is ErrorKind.RateLimited or ErrorKind.EhrUnavailable or ErrorKind.Timeout or ErrorKind.ServerError;

    /// <summary>
    /// Failures that judge a key (contract, <c>outcome</c> of a key entry): the key kinds, a permission that is missing and another region. All others
    /// would have happened with any key.
    /// </summary>
    public static bool JudgesKey(this ErrorKind kind) => kind.IsKeyKind() || kind is ErrorKind.PermissionDenied or ErrorKind.RegionMismatch;
}
