namespace Motics.Support.Portal.Api;

/// <summary>A change that wants <c>If-Match</c>: 428 without it, 412 when it is stale. The OpenAPI document says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VersionedChangeAttribute : Attribute;
