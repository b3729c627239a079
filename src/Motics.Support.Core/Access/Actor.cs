namespace Motics.Support.Core.Access;

/// <summary>Who does something: a signed-in person, a token, or the console itself.</summary>
/// <param name="Id">Stable id: a person's subject, <c>token:NAME</c>, or <c>system</c>. Goes into the audit.</param>
/// <param name="Name">What colleagues read.</param>
/// <param name="Permissions">What the actor may do; empty for somebody unknown.</param>
public sealed record Actor(string Id, string Name, IReadOnlySet<Permission> Permissions)
{
    /// <summary>The console acting for nobody in particular (migration, demo data, background work).</summary>
    public static Actor System { get; } = new("system", "Motics Support", Enum.GetValues<Permission>().ToHashSet());

    /// <summary>True when the actor may do this.</summary>
    public bool May(Permission permission) => Permissions.Contains(permission);
}
