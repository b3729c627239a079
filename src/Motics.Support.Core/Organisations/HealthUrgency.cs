namespace Motics.Support.Core.Organisations;

/// <summary>Which state wants somebody first.</summary>
public static class HealthUrgency
{
    private static readonly Health[] Order = [Health.NeedsKey, Health.Failing, Health.Unverified, Health.Disabled, Health.Unknown, Health.Connected, Health.NotApplicable];

    /// <summary>0 is the most urgent. Kept in <c>organisation.health_rank</c>, so a new state takes the last place; lists sort by it.</summary>
    public static int Urgency(this Health health) => Array.IndexOf(Order, health);

    /// <summary>Somebody has to act: the connection needs a key or fails.</summary>
    public static bool NeedsSomebody(this Health health) => health is Health.NeedsKey or Health.Failing;

    /// <summary>All states, the most urgent first.</summary>
    public static IReadOnlyList<Health> MostUrgentFirst => Order;
}
