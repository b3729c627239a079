namespace Motics.Support.Core.Access;

/// <summary>
/// The people of the demo: one per role, named after it. Demo sign-in signs in as one of them and the demo's tickets are theirs,
/// so whoever signs in finds work of their own.
/// </summary>
public static class DemoPeople
{
    public static Actor Agent { get; } = Person(Grants.Agent, "Support agent");

    public static Actor Lead { get; } = Person(Grants.Lead, "Team lead");

    public static Actor Engineer { get; } = Person(Grants.Engineer, "Engineer");

    public static Actor Admin { get; } = Person(Grants.Admin, "Administrator");

    /// <summary>Everybody by role.</summary>
    public static IReadOnlyDictionary<string, Actor> ByRole { get; } = new Dictionary<string, Actor>
    {
        [Grants.Agent] = Agent,
        [Grants.Lead] = Lead,
        [Grants.Engineer] = Engineer,
        [Grants.Admin] = Admin,
    };

    private static Actor Person(string role, string name) => new($"demo-{role}", name, Grants.ByRole[role]);
}
