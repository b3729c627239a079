using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Organisations;

/// <summary>How the console knows where at the EHR an organisation is.</summary>
public enum PlaceSource
{
    /// <summary>Set for the organisation in Motics.</summary>
    Organisation,

    /// <summary>Chosen in Motics beside the newest key.</summary>
    NewestKey,

    /// <summary>Follows from the host that the clinic signs in at.</summary>
    SignInHost,

    /// <summary>Follows from the newest key's suffix (no suffix means <c>au1</c>).</summary>
    KeySuffix,
}

/// <summary>
/// Where at its EHR an organisation is: a Nookal region or a Cliniko shard, how we know, and what contradicts it. One value wherever it is shown,
/// filtered, counted or covered by an incident (contract, "place"): found while events are folded and kept in <c>organisation.place</c>.
/// </summary>
/// <param name="Name">Wire name: <c>au-nz</c>, <c>eu</c>, <c>us</c>, or a shard such as <c>uk1</c>; null when not known.</param>
/// <param name="Source">Where <paramref name="Name"/> comes from; null when not known.</param>
/// <param name="Contradiction">What another source says instead; null when nothing contradicts.</param>
/// <param name="ContradictionSource">Which source that is.</param>
/// <param name="SuffixMissing">The newest Cliniko key has no suffix although the organisation's shard is not <c>au1</c>.</param>
public sealed record Place(
    string? Name, PlaceSource? Source, string? Contradiction = null, PlaceSource? ContradictionSource = null, bool SuffixMissing = false)
{
    /// <summary>Nothing tells of it.</summary>
    public static Place Nowhere { get; } = new(null, null);

    /// <summary>Two sources disagree: a likely defect of the key or of the settings.</summary>
    public bool IsContradicted => Contradiction is not null;

    /// <summary>The place of an organisation, from everything that tells of it; nowhere at an EHR that has no places.</summary>
    public static Place Of(Ehr? ehr, PlaceSigns signs) => ehr?.Profile().Places?.Of(signs) ?? Nowhere;
}
