using System.Text;

namespace Motics.Support.Portal.Configuration;

/// <summary>Reads <c>Audit:*</c>.</summary>
internal static class AuditReader
{
    private const int ShortestKey = 32;

    public static AuditSettings Read(IConfiguration configuration, List<ConfigurationMistake> mistakes)
    {
        var (key, file) = (configuration["Audit:Key"], configuration["Audit:CheckpointFile"]);
        if (!string.IsNullOrWhiteSpace(key) && key.Length < ShortestKey)
        {
            mistakes.Add(new ConfigurationMistake("Audit:Key", $"must have {ShortestKey} characters or more, made at random, such as openssl rand -base64 32 gives."));
        }

        if (!string.IsNullOrWhiteSpace(file) && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            mistakes.Add(new ConfigurationMistake("Audit:CheckpointFile", "must be a file in a folder that is there."));
        }

        return new AuditSettings(string.IsNullOrWhiteSpace(key) ? null : Encoding.UTF8.GetBytes(key), string.IsNullOrWhiteSpace(file) ? null : Path.GetFullPath(file));
    }
}
