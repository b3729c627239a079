using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Organisations.Providers;

/// <summary>How Motics gets at an EHR.</summary>
public enum EhrAccess
{
    /// <summary>By a key that the clinic makes and saves in Motics: the migration cut it off, and it is entered once more.</summary>
    Key,

    /// <summary>By credentials of its own: the migration left it alone, and there is no key to ask for.</summary>
    OwnCredentials,

    /// <summary>Not at all: there is no EHR.</summary>
    None,
}

/// <summary>What tells one key of an EHR from another.</summary>
public enum KeyTrait
{
    /// <summary>What follows its last hyphen.</summary>
    Ending,

    /// <summary>Which of several kinds it is of.</summary>
    Kind,
}

/// <summary>
/// Everything that the console has to know of an EHR, in one place: names, events, lists, pages, triage and packets read it here. Its wire name is that of the
/// enumeration. What only data can say (steps of the playbook, masks) is listed in contributing.md, "Adding an EHR".
/// </summary>
public sealed record EhrProfile
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    public required EhrAccess Access { get; init; }

    /// <summary>The places that its accounts lie in; null when it has none that matter.</summary>
    public EhrPlaces? Places { get; init; }

    /// <summary>Null when it has no keys.</summary>
    public KeyTrait? KeyTrait { get; init; }

    /// <summary>Names of the facts that are asked of its clinics only.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Names of the facts that its engineers need beside what all need.</summary>
    public IReadOnlyList<string> NeededToEscalate { get; init; } = [];

    /// <summary>What mends the keys of its clinics only.</summary>
    public IReadOnlyList<Mending> Mendings { get; init; } = [];
}
