using System.Globalization;

namespace Motics.Support.Core.Outreach;

/// <summary>An outreach in a sentence, for the audit and for pages.</summary>
public static class OutreachWords
{
    /// <summary>"21 tickets made, 1 clinic left out".</summary>
    public static string Made(OutreachRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return $"{Count(run.Made, "ticket")} made{(run.LeftOut > 0 ? $", {Count(run.LeftOut, "clinic")} left out" : "")}";
    }

    /// <summary>"19 tickets taken back, 2 stay".</summary>
    public static string TakenBack(OutreachRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return $"{Count(run.TakenBack, "ticket")} taken back{(run.Staying > 0 ? string.Create(CultureInfo.InvariantCulture, $", {run.Staying:#,0} {(run.Staying == 1 ? "stays" : "stay")}") : "")}";
    }

    /// <summary>"22 of 31 clinics get a ticket, 9 are left out".</summary>
    internal static string Planned(OutreachPlan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"{plan.Chosen.Count:#,0} of {Count(plan.Matching, "clinic")} {(plan.Chosen.Count == 1 ? "gets" : "get")} a ticket, {plan.LeftOut.Count:#,0} left out");

    private static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {thing}{(count == 1 ? "" : "s")}");
}
