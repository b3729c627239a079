using System.Collections.Frozen;
using System.Security.Claims;
using Motics.Support.Core.Access;

namespace Motics.Support.Portal.Access;

/// <summary>How an <see cref="Actor"/> is written into claims and read from them. Permissions are never stored: they follow from roles and scopes.</summary>
public static class PortalClaims
{
    public const string Id = "sub";
    public const string Name = "name";
    public const string Role = "role";
    public const string Scope = "scope";

    /// <summary>The actor of a principal; with no permissions when nobody is signed in or no role or scope is known.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal)
    {
        var id = principal.FindFirstValue(Id);
        if (principal.Identity?.IsAuthenticated != true || id is null)
        {
            return new Actor("anonymous", "Nobody", FrozenSet<Permission>.Empty);
        }

        var permissions = Granted(principal, Role, Grants.ByRole).Concat(Granted(principal, Scope, Grants.ByScope)).ToHashSet();
        return new Actor(id, principal.FindFirstValue(Name) ?? id, permissions);
    }

    /// <summary>The principal of a person with these roles.</summary>
    public static ClaimsPrincipal Person(string id, string name, IEnumerable<string> roles, string scheme) =>
        Principal(id, name, roles.Select(role => new Claim(Role, role)), scheme);

    /// <summary>The principal of a token with these scopes.</summary>
    public static ClaimsPrincipal Token(string name, IEnumerable<string> scopes, string scheme) =>
        Principal($"token:{name}", name, scopes.Select(scope => new Claim(Scope, scope)), scheme);

    private static ClaimsPrincipal Principal(string id, string name, IEnumerable<Claim> grants, string scheme) =>
        new(new ClaimsIdentity([new Claim(Id, id), new Claim(Name, name), .. grants], scheme, Name, Role));

    private static IEnumerable<Permission> Granted(ClaimsPrincipal principal, string type, FrozenDictionary<string, FrozenSet<Permission>> grants) =>
        principal.FindAll(type).SelectMany(claim => grants.TryGetValue(claim.Value, out var permissions) ? permissions : []);
}
