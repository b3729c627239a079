using Motics.Support.Core.Access;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>A role of a signed-in person by its wire name.</summary>
    public static string OfRole(string role) => role switch
    {
        Grants.Agent => "Support agent",
        Grants.Lead => "Team lead",
        Grants.Engineer => "Engineer",
        Grants.Admin => "Administrator",
        _ => "No known role",
    };
}
