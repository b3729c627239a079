using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Logging;

/// <summary>Links from a correlation id to what Seq has of it.</summary>
public sealed class SeqLink(PortalSettings settings)
{
    /// <summary>Seq's page of all events with this correlation id; null when no Seq is configured.</summary>
    public Uri? For(string? correlationId)
    {
        if (settings.Seq is null || string.IsNullOrEmpty(correlationId))
        {
            return null;
        }

        // A quote in Seq's language is doubled; identifiers cannot hold one, but a link must not depend on that.
        var filter = $"CorrelationId = '{correlationId.Replace("'", "''", StringComparison.Ordinal)}'";
        return new Uri(settings.Seq.ServerUrl, $"#/events?filter={Uri.EscapeDataString(filter)}");
    }
}
