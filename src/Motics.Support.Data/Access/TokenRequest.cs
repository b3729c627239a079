using Motics.Support.Core;
using Motics.Support.Core.Access;

namespace Motics.Support.Data.Access;

internal static class TokenRequest
{
    /// <summary>What is wrong with the wish for a token.</summary>
    public static List<FieldError> Check(string? name, IReadOnlyList<string>? scopes)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(name) || name.Length > TokenStore.LongestName || !name.All(Allowed))
        {
            errors.Add(new FieldError("name", $"1 to {TokenStore.LongestName} letters, digits or . _ : / - and no spaces."));
        }

        if (scopes is null or { Count: 0 } || scopes.Any(scope => !Grants.ByScope.ContainsKey(scope)))
        {
            errors.Add(new FieldError("scope", $"One or more of: {string.Join(", ", Grants.ByScope.Keys.Order(StringComparer.Ordinal))}."));
        }

        return errors;
    }

    private static bool Allowed(char character) => char.IsAsciiLetterOrDigit(character) || "._:/-".Contains(character, StringComparison.Ordinal);
}
