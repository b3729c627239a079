using Microsoft.AspNetCore.Http.Metadata;
using Motics.Support.Core.Events;

namespace Motics.Support.Portal.Api.Events;

/// <summary>Says in the OpenAPI document what the intake reads; it takes the body itself, because each event is judged alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EventBodyAttribute : Attribute, IAcceptsMetadata
{
    public IReadOnlyList<string> ContentTypes { get; } = [ContentMode.Structured, ContentMode.Batch];

    public Type? RequestType => null;

    public bool IsOptional => false;
}
