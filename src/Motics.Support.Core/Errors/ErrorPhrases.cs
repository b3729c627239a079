namespace Motics.Support.Core.Errors;

/// <summary>
/// The words by which each kind is known, most telling kind first: the first line that has a phrase in the text decides. <c>...</c> stands for up to
/// three words. The order matters where a message says two things: a rate limit or a timeout while authenticating says nothing of
/// the key, and a missing key explains a failed authentication.
/// </summary>
internal static class ErrorPhrases
{
    /// <summary>Phrases that say more than the HTTP status.</summary>
    public static readonly (ErrorKind Kind, string[] Phrases)[] Telling =
    [
        // Nookal v3 answers an expired bearer token with HTTP 400: Motics' own short session, to be renewed by Motics, and no fault of the key.
        (ErrorKind.ServerError, ["token has expired", "token expired", "token is expired", "expired token", "expired access token", "expired bearer token", "jwt expired", "session has expired", "session expired"]),
        (ErrorKind.IntegrationDisabled,
            ["integration disabled", "integration is disabled", "integration has been disabled", "integration was disabled", "integration ... disabled", "disabled integration", "integration is not enabled", "integration not enabled", "integration is not active",
             "integration not active", "integration inactive", "integration is inactive", "integration is off", "integration is turned off", "integration has been turned off", "integration is switched off", "integration switched off", "enable the integration"]),
        (ErrorKind.MissingApiKey,
            ["missing api key", "missing the api key", "missing an api key", "missing api token", "api key missing", "api key is missing", "api key was missing", "missing key", "no api key", "no key configured", "no key set", "no key saved", "without api key", "without an api key",
             "api key not set", "api key is not set", "api key not configured", "api key is not configured", "api key not provided", "api key was not provided", "api key required", "api key is required", "api key is empty", "api key empty", "empty api key", "api key not found",
             "api key could not be found", "api key is blank", "api key has not been set", "api key has not been entered", "please enter ... api key", "api key must be provided", "requires an api key"]),
        (ErrorKind.CredentialsNotFound,
            ["credentials not found", "credential not found", "credentials were not found", "credentials could not be found", "credentials cannot be found", "no credentials", "no credential", "no stored credentials", "no saved credentials", "could not find credentials",
             "could not find ... credentials", "cannot find credentials", "unable to find ... credentials", "credentials missing", "credentials are missing", "missing credentials", "credentials do not exist", "credentials unavailable", "credentials not configured", "credentials not set", "credentials are not set", "credentials have not been"]),
        (ErrorKind.RateLimited, ["rate limit", "rate limited", "rate limits", "rate limiting", "ratelimit", "ratelimited", "too many requests", "throttled", "throttling", "request was throttled", "quota exceeded", "requests per minute", "api limit reached", "slow down"]),
        (ErrorKind.EhrUnavailable,
            ["service unavailable", "service temporarily unavailable", "temporarily unavailable", "currently unavailable", "is unavailable", "ehr unavailable", "bad gateway", "gateway timeout", "gateway timed out", "under maintenance", "scheduled maintenance", "maintenance mode",
             "is down", "connection refused", "econnrefused", "connection reset", "econnreset", "connection was reset", "connection was closed", "connection closed", "socket hang up", "network error", "network is unreachable", "host unreachable", "ehostunreach", "enetunreach",
             "no route to host", "enotfound", "getaddrinfo", "eai again", "name or service not known", "no such host", "nodename nor servname", "could not resolve", "dns", "could not reach", "could not connect", "cannot connect", "unable to connect", "failed to connect", "unable to reach", "cannot reach", "is offline", "ssl connection", "tls handshake"]),
        (ErrorKind.Timeout, ["timeout", "timeouts", "timed out", "time out", "timeouterror", "etimedout", "esockettimedout", "econnaborted", "deadline exceeded", "took too long", "taking too long", "did not respond in time", "no response within"]),
        (ErrorKind.RegionMismatch,
            ["region mismatch", "mismatched region", "wrong region", "incorrect region", "invalid region", "different region", "another region", "region does not match", "region doesnt match", "region did not match", "region is wrong", "region is incorrect", "region is not correct",
             "region error", "region not supported", "region not found", "not in this region", "check the region", "check your region", "select the correct region", "not available in ... region"]),
        (ErrorKind.PermissionDenied,
            ["permission denied", "permissions denied", "permission error", "permissions error", "access denied", "access is denied", "no permission", "not have permission", "not have the permission", "not have permissions", "not have sufficient permissions", "insufficient permission", "insufficient permissions",
             "insufficient privileges", "insufficient rights", "insufficient scope", "missing permission", "missing permissions", "lacks permission", "lacks permissions", "lacks ... permission", "requires permission", "without permission", "not permitted", "not allowed to", "not authorised to", "not authorised for",
             "unauthorised to", "does not have access", "do not have access", "dont have permission", "doesnt have permission", "dont have access", "doesnt have access", "no access to", "clinical notes access", "access to clinical notes", "forbidden by", "only practitioners", "must be a practitioner", "not a practitioner", "lacks scope"]),
        (ErrorKind.AuthenticationFailed,
            ["authentication failed", "authentication failure", "authentication error", "authentication unsuccessful", "authentication has failed", "failed authentication", "failed to authenticate", "could not authenticate", "couldnt authenticate", "cannot authenticate", "unable to authenticate",
             "not authenticated", "authentication rejected", "authentication required", "auth failed", "auth failure", "auth error", "authorisation failed", "authorisation failure", "login failed", "invalid login", "invalid api key", "api key invalid", "api key is invalid", "api key not valid", "api key is not valid",
             "incorrect api key", "api key is incorrect", "api key incorrect", "wrong api key", "api key is wrong", "bad api key", "unknown api key", "unrecognised api key", "api key not recognised", "api key was not recognised", "api key is not recognised", "api key rejected", "api key was rejected", "api key has been rejected",
             "rejected ... api key", "rejected the key", "did not accept the key", "did not accept the api key", "not accept ... key", "api key has expired", "api key expired", "expired api key", "api key is disabled", "api key disabled", "api key has been disabled", "api key is not enabled", "api key not enabled", "api key revoked",
             "api key has been revoked", "api key was revoked", "revoked api key", "revoked key", "key has been revoked", "key was revoked", "api key archived", "api key has been archived", "key has been archived", "api key deleted", "invalid key", "key is invalid", "key is not valid", "key not valid", "wrong key", "invalid token", "invalid access token", "invalid bearer token",
             "token is invalid", "invalid credentials", "invalid credential", "invalid client credentials", "invalid client", "invalid grant", "credentials invalid", "credentials are invalid", "credentials are incorrect", "incorrect credentials", "wrong credentials", "bad credentials", "credentials rejected", "credentials were rejected",
             "credentials are not valid", "token request failed", "failed to obtain ... token", "could not obtain ... token", "wrong shard", "shard mismatch", "invalid shard", "shard does not match"]),
        (ErrorKind.PatientNotLinked,
            ["patient not linked", "patient is not linked", "not linked to a patient", "not linked to any patient", "no patient linked", "no linked patient", "no patient is linked", "not linked to patient", "patient link", "unlinked patient", "link a patient", "link the patient", "patient has not been linked", "patient not found", "patient ... not found", "patient ... does not exist", "patient was not found",
             "patient could not be found", "patient does not exist", "patient no longer exists", "patient has been deleted", "patient has been archived", "unknown patient", "missing patient id", "patient id missing", "patient id is missing", "could not find patient", "could not find the patient", "no patient selected", "session has no patient"]),
        (ErrorKind.NoPatientsRecognised,
            ["no patients recognised", "no patients are recognised", "no patients were recognised", "no patient recognised", "no patient is recognised", "patients not recognised", "patient not recognised", "patients are not recognised", "patients could not be recognised", "none of ... patients ... recognised", "no patients found", "no patients were found",
             "no patient found", "no patient was found", "patients not found", "no matching patients", "no matching patient", "no patients matched", "no patients match", "no patient matched", "no patient matches", "nobody found", "found no patients", "found no patient", "0 patients", "zero patients", "no patients returned", "empty patient list"]),
        (ErrorKind.Disconnected,
            ["disconnected", "is not connected", "not connected", "integration not connected", "no longer connected", "no connection to", "connection lost", "lost connection", "reconnect", "reconnection required", "reconnection needed", "needs reconnecting", "needs to be reconnected", "not yet connected", "no active connection", "no active integration"]),
        (ErrorKind.InvalidRequest,
            ["practitioner not found", "practitioner is required", "practitioner required", "practitioner missing", "missing practitioner", "no practitioner", "no matching practitioner", "practitioner does not match", "practitioner name", "unknown practitioner", "invalid practitioner", "select a practitioner", "case not found", "case is required", "case required",
             "missing case", "no case", "case id", "no open case", "invalid case", "appointment not found", "treatment note template", "template not found", "unprocessable", "unprocessable entity", "unprocessable content", "validation failed", "validation error", "failed validation"]),
    ];

    /// <summary>Phrases that count only when the HTTP status says nothing.</summary>
    public static readonly (ErrorKind Kind, string[] Phrases)[] Vague =
    [
        (ErrorKind.AuthenticationFailed, ["unauthorised", "unauthenticated", "not authorised", "unauthorisederror"]),
        (ErrorKind.PermissionDenied, ["forbidden", "permission", "permissions", "not allowed"]),
        (ErrorKind.ServerError,
            ["internal server error", "server error", "internal error", "unexpected error", "unhandled exception", "unhandled error", "server failure", "server failed", "null reference", "nullreferenceexception", "exception of type", "an exception occurred", "crashed"]),
        (ErrorKind.EhrUnavailable, ["unavailable", "outage", "maintenance"]),
        (ErrorKind.InvalidRequest, ["bad request", "invalid request", "invalid parameter", "invalid parameters", "invalid argument", "invalid value", "invalid field", "is required", "malformed", "not acceptable", "missing required", "missing parameter", "method not allowed", "invalid json"]),
    ];
}
