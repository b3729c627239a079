using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Data.Events;

/// <summary>What lists show of an organisation beside what Motics told of it: derived from its connections, written when it changed.</summary>
internal sealed record OrganisationSummary
{
    private const int LongestMessage = 300;

    public string? ImpliedEhr { get; init; }

    public string? OwnEhr { get; init; }

    public Health Health { get; init; } = Health.Unknown;

    public string HealthReason { get; init; } = "";

    public long? HealthSinceAt { get; init; }

    public string? LastErrorKind { get; init; }

    public string? LastErrorMessage { get; init; }

    public long? LastErrorAt { get; init; }

    public string? LastErrorGroupId { get; init; }

    public KeySummary Keys { get; init; } = new(0, 0, 0, null);

    public long? FirstEventAt { get; init; }

    public long? ReconnectedAt { get; init; }

    public Place Place { get; init; } = Place.Nowhere;

    /// <summary>How it came through the migration.</summary>
    public FalloutMarks Fallout { get; init; } = new();

    /// <summary>With which it was folded.</summary>
    public int Edition { get; init; } = FoldingEdition.Current;

    /// <summary>The summary of an organisation as it is now.</summary>
    /// <param name="organisation">As folded.</param>
    /// <param name="stored">As it is stored.</param>
    /// <param name="errorIsStored">True when the last error is still the stored one, which then need not be read.</param>
    /// <param name="placeIsStored">True when nothing changed that tells of its place.</param>
    public static OrganisationSummary Of(OrganisationState organisation, OrganisationSummary stored, bool errorIsStored, bool placeIsStored)
    {
        var finding = HealthRule.Find(organisation);
        var summary = stored with
        {
            ImpliedEhr = Kebab.Name(organisation.ImpliedEhr),
            OwnEhr = Kebab.Name(organisation.OwnEhr),
            Health = finding.Health,
            HealthReason = finding.Reason,
            HealthSinceAt = UnixTime.Of(finding.Since),
            Keys = organisation.Keys,
            FirstEventAt = organisation.FirstEventAt,
            ReconnectedAt = organisation.Own?.ReconnectedAt,
            Place = placeIsStored ? stored.Place : organisation.Place,
        };
        summary = summary with { Fallout = FalloutMarks.Of(organisation, finding) };
        return errorIsStored ? summary : summary.WithError(organisation.Own);
    }

    private OrganisationSummary WithError(ConnectionState? own) => this with
    {
        LastErrorKind = Kebab.Name(own?.LastKind),
        LastErrorMessage = own?.LastError.Value?.Message is { } message ? TextCut.Marked(message, LongestMessage) : null,
        LastErrorAt = own?.LastFailure?.At,
        LastErrorGroupId = own?.LastError.Value?.ErrorGroupId,
    };
}

/// <summary>Text for columns with a limit.</summary>
internal static class StoredText
{
    /// <summary>Cut to a length without a sign, for what is searched and sorted and never shown; null for null.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int longest) =>
        text is null ? null : TextCut.Plain(text, longest);
}
