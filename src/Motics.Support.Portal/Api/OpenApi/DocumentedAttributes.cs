namespace Motics.Support.Portal.Api.OpenApi;

/// <summary>A change that wants <c>If-Match</c>: 428 without it, 412 when it is stale. For the OpenAPI document.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VersionedChangeAttribute : Attribute;

/// <summary>
/// What an action reads that takes its body itself. For the OpenAPI document only: the framework's own attributes would refuse
/// other types by routing, before the action can say what is wrong.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BodyAttribute(params string[] mediaTypes) : Attribute
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}
