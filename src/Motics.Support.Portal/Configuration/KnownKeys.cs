using Motics.Support.Core.Access;

namespace Motics.Support.Portal.Configuration;

/// <summary>A misspelt key would be ignored in silence: in the portal's own sections, a key that it does not know is a mistake.</summary>
internal static class KnownKeys
{
    private static readonly Dictionary<string, string[]> BySection = new()
    {
        ["Database"] = ["Provider"],
        ["Demo"] = ["Enabled", "Live"],
        ["Seq"] = ["ServerUrl", "ApiKey"],
        ["Playbook"] = ["Path"],
        ["Retention"] = ["RawEventDays", "DraftDays", "IntervalHours"],
        ["Audit"] = ["Key", "CheckpointFile"],
        ["OpenPages"] = ["PerPerson", "PerNode"],
        ["RateLimit"] = ["RequestsPerSecond", "Burst"],
        // "Schemes" and "DefaultScheme" belong to ASP.NET Core itself.
        ["Authentication"] = ["Demo", "Oidc", "Schemes", "DefaultScheme"],
        ["Authentication:Demo"] = ["Enabled"],
        ["Authentication:Oidc"] = ["Authority", "ClientId", "ClientSecret", "RoleClaim", "Roles"],
        ["Authentication:Oidc:Roles"] = [.. Grants.ByRole.Keys.Order(StringComparer.Ordinal)],
    };

    public static IEnumerable<ConfigurationMistake> Check(IConfiguration configuration) =>
        from section in BySection
        from child in configuration.GetSection(section.Key).GetChildren()
        where !section.Value.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
        select new ConfigurationMistake(child.Path, $"is not known. In {section.Key} there is: {string.Join(", ", section.Value)}.");
}
