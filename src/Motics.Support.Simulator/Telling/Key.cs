using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Simulator.Clinics;

namespace Motics.Support.Simulator.Telling;

/// <summary>What Motics OS tells of a key that was saved. There is no key behind it, not even a made-up one.</summary>
/// <param name="Fingerprint">Looks like a keyed hash.</param>
/// <param name="Suffix">Cliniko only; empty when the key was pasted without one.</param>
public sealed record Key(string Fingerprint, string? Suffix, KeyType? Type, NookalRegion? Region)
{
    /// <summary>A key in which everything is as it should be.</summary>
    public static Key New(Clinic clinic, Chance chance) => new(
        chance.Hex(32),
        clinic.Home.Shard,
        clinic.Ehr is Ehr.Nookal ? chance.Happens(0.8) ? KeyType.BasicKeyV3 : KeyType.SpaceApiKey : null,
        clinic.Home.Region);
}
