using System.Collections.Frozen;
using Motics.Support.Core.Access;

namespace Motics.Support.Portal.Configuration;

/// <summary>Reads <c>Authentication:Oidc</c>.</summary>
internal static class OidcReader
{
    /// <summary>The provider; null when the section is absent or something in it is wrong.</summary>
    public static OidcSettings? Read(IConfigurationSection section, bool isDevelopment, List<ConfigurationMistake> mistakes)
    {
        if (!section.Exists())
        {
            return null;
        }

        var before = mistakes.Count;
        var authority = Authority(section, isDevelopment, mistakes);
        var client = section["ClientId"];
        if (string.IsNullOrWhiteSpace(client))
        {
            mistakes.Add(new("Authentication:Oidc:ClientId", "is missing: give the name under which the provider knows the portal."));
        }

        var roles = Roles(section.GetSection("Roles"), mistakes);
        return mistakes.Count > before ? null
            : new OidcSettings(authority!, client!, Blank(section["ClientSecret"]), Blank(section["RoleClaim"]) ?? "role", roles);
    }

    private static Uri? Authority(IConfigurationSection section, bool isDevelopment, List<ConfigurationMistake> mistakes)
    {
        var address = WebAddress.Parse(section["Authority"] ?? "");
        if (address is null || (address.Scheme != "https" && !(isDevelopment && address.IsLoopback)))
        {
            mistakes.Add(new("Authentication:Oidc:Authority", "must be the provider's https address (in Development, http on this machine is allowed too)."));
        }

        return address;
    }

    // By the portal's role: "Authentication:Oidc:Roles:agent" holds the provider's values for it, separated by commas.
    private static FrozenDictionary<string, string> Roles(IConfigurationSection section, List<ConfigurationMistake> mistakes)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in Grants.ByRole.Keys)
        {
            foreach (var value in (section[role] ?? role).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!roles.TryAdd(value, role))
                {
                    mistakes.Add(new($"Authentication:Oidc:Roles:{role}", "names a value that another role names as well: each value stands for one role."));
                }
            }
        }

        return roles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
