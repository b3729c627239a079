using Motics.Support.Core.Migration;

namespace Motics.Support.Core.Wording;

public static partial class Labels
{
    /// <summary>"Worked, stopped again".</summary>
    public static string Of(MigrationState state) => state switch
    {
        MigrationState.NotMigrated => "Not moved",
        MigrationState.NotApplicable => "Other EHR",
        MigrationState.Disabled => "Switched off",
        MigrationState.Outage => "In an outage",
        MigrationState.Connected => "Connected",
        MigrationState.Relapsed => "Worked, stopped again",
        MigrationState.Silent => "Silent since the move",
        MigrationState.NeedsKey => "Needs key",
        MigrationState.Unverified => "Key saved, unproven",
        MigrationState.Failing => "Failing",
        MigrationState.Unknown => "Not known yet",
    };

    /// <summary>"1 to 2 days".</summary>
    public static string Of(ReturnTime time) => time switch
    {
        ReturnTime.WithinHour => "Within an hour",
        ReturnTime.WithinDay => "Within a day",
        ReturnTime.OneToTwoDays => "1 to 2 days",
        ReturnTime.TwoToFourDays => "2 to 4 days",
        ReturnTime.FourToSevenDays => "4 to 7 days",
        ReturnTime.OneToTwoWeeks => "1 to 2 weeks",
        ReturnTime.TwoToFourWeeks => "2 to 4 weeks",
        ReturnTime.Longer => "Over 4 weeks",
    };

    /// <summary>"Too early to say".</summary>
    public static string Of(ForecastKind kind) => kind switch
    {
        ForecastKind.TooEarly => "Too early to say",
        ForecastKind.BackBetween => "The last one comes back",
        ForecastKind.StillOut => "Some stay out",
    };
}
