namespace Motics.Support.Portal.Tests.Hostile;

/// <summary>Values for paths and query strings, ready for an address: the ends of ranges, what is no value at all, and every way to write the same otherwise.</summary>
internal static class Edges
{
    public static readonly string[] Values =
    [
        "", "abc", "-1", "0", "1", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999999999999999999999", "2147483648", "1e309", "1.5", "NaN", "true", "True", "false", "yes",
        "0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00%2B14:00", "0001-01-01T00:00:00-23:59", "0001-01-02T00:00:00%2B23:59", "9999-12-31", "9999-12-30", "9999-12-31T23:59:59Z", "9999-12-30T23:59:59.9999999-14:00",
        "9999-12-31T23:59:59-23:59", "1969-12-31", "1970-01-01", "2026-02-30", "2026-11-24T24:00:00Z", "2026-11-24T23:59:60Z",
        "%00", "%FF", "%ED%A0%80", "%C0%80", "%C3%28", "%u0000", "%", "%2", "%zz", "%25%30%30", "%0d%0aSet-Cookie:x=1", "%09", "%7F", "%EF%BF%BE", "%E2%80%AE", "%F0%9F%98%80", "%E2%80%A8",
        "..%2f..%2f", "..%5c..", "%2e%2e/", "..", ".", "...", "%2E", "%2F", "a%2Fb", "a/b", "//", "//elsewhere.example", "/%5Celsewhere.example", "http://elsewhere.example/", "javascript:1", "C:%5C", "con",
        new('a', 300), new('a', 3000), new('a', 7000), "[]", "{id}", "a,b,,c", ";", "'", "%3Cscript%3E", "~", "*", "%23", "%3F", "+", "%2B", "%20", "agent", "admin", "any", "open", "connected", "cliniko", "au-nz",
    ];
}
