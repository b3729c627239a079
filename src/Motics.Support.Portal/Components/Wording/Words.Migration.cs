using Motics.Support.Core.Migration;
using Motics.Support.Core.Wording;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>A state in one word, for rows and heads of columns.</summary>
    public static string Brief(MigrationState state) => state switch
    {
        MigrationState.Unverified => "Unproven",
        MigrationState.Silent => "Silent",
        MigrationState.Relapsed => "Stopped",
        MigrationState.Outage => "Outage",
        MigrationState.Disabled => "Off",
        MigrationState.Unknown => "Unknown",
        _ => Labels.Of(state),
    };

    /// <summary>What a state of the migration means, for its filter and its hint.</summary>
    public static string Meaning(MigrationState state) => state switch
    {
        MigrationState.NotMigrated => "No move to Motics OS is known.",
        MigrationState.NotApplicable => "The migration did not disconnect its EHR: there is nothing to reconnect.",
        MigrationState.Disabled => "The integration was switched off in Motics.",
        MigrationState.Outage => "It does not work, and an outage at the EHR explains it: a new key cannot help.",
        MigrationState.Connected => "Something has worked since the move, and nothing fails.",
        MigrationState.Relapsed => "It worked at least once since the move, and does not now. Outages are left out.",
        MigrationState.Silent => "Since the move nobody entered a key, searched or tried anything.",
        MigrationState.NeedsKey => "It never worked since the move, and wants a key.",
        MigrationState.Unverified => "A key was saved, and nothing has succeeded or failed with it yet.",
        MigrationState.Failing => "It never worked since the move, and what was tried fails.",
        MigrationState.Unknown => "There are no events yet that would tell.",
    };
}
