using System.Collections.Frozen;

namespace Motics.Support.Core.Access;

/// <summary>Everything that somebody may be allowed to do, named once. Pages, API and domain services check these and nothing else.</summary>
public enum Permission
{
    WriteEvents,
    ReadOrganisations,
    ImportOrganisations,
    ReadPlaybook,
    Evaluate,
    ReadTickets,
    WriteTickets,
    ReassignTickets,
    ReadEscalations,
    Escalate,
    OverrideEscalation,
    WorkEscalations,
    ReadErrors,
    WriteErrors,
    ReadIncidents,
    ReadMigration,
    ReadAudit,
    ManageTokens,
    ReadMasks,

    /// <summary>Tickets for many clinics at once, and taking them back.</summary>
    WriteOutreach,
}

/// <summary>Which permissions the roles of people and the scopes of tokens carry. Somebody with no known role or scope has none.</summary>
public static class Grants
{
    public const string Agent = "agent";
    public const string Lead = "lead";
    public const string Engineer = "engineer";
    public const string Admin = "admin";

    public const string EventsWriteScope = "events:write";
    public const string SupportReadScope = "support:read";
    public const string SupportWriteScope = "support:write";
    public const string AdminScope = "admin";

    private static readonly Permission[] Reading =
    [
        Permission.ReadOrganisations, Permission.ReadPlaybook, Permission.Evaluate, Permission.ReadTickets,
        Permission.ReadEscalations, Permission.ReadErrors, Permission.ReadIncidents, Permission.ReadMigration,
    ];

    private static readonly Permission[] Working = [Permission.WriteTickets, Permission.Escalate];

    private static readonly Permission[] Leading =
    [
        Permission.ImportOrganisations, Permission.ReassignTickets, Permission.OverrideEscalation,
        Permission.WorkEscalations, Permission.WriteErrors, Permission.ReadAudit, Permission.WriteOutreach,
    ];

    /// <summary>Permissions by role of a signed-in person.</summary>
    public static FrozenDictionary<string, FrozenSet<Permission>> ByRole { get; } = new Dictionary<string, FrozenSet<Permission>>
    {
        [Agent] = Set(Reading, Working),
        [Lead] = Set(Reading, Working, Leading),
        [Engineer] = Set(Reading, Working, [Permission.WorkEscalations, Permission.WriteErrors]),
        [Admin] = Enum.GetValues<Permission>().Where(permission => permission != Permission.WriteEvents).ToFrozenSet(),
    }.ToFrozenDictionary();

    /// <summary>Permissions by scope of a token.</summary>
    public static FrozenDictionary<string, FrozenSet<Permission>> ByScope { get; } = new Dictionary<string, FrozenSet<Permission>>
    {
        [EventsWriteScope] = Set([Permission.WriteEvents]),
        [SupportReadScope] = Set(Reading),
        [SupportWriteScope] = Set(Working, [Permission.WorkEscalations, Permission.WriteErrors, Permission.ImportOrganisations, Permission.WriteOutreach]),
        [AdminScope] = Enum.GetValues<Permission>().Where(permission => permission != Permission.WriteEvents).ToFrozenSet(),
    }.ToFrozenDictionary();

    private static FrozenSet<Permission> Set(params Permission[][] parts) => parts.SelectMany(part => part).ToFrozenSet();
}
