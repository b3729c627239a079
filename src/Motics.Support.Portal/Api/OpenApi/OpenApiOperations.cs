using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Motics.Support.Portal.Api.OpenApi;

/// <summary>What the attributes of actions say that the framework does not know: bodies taken by hand, versions of changes.</summary>
internal static class OpenApiOperations
{
    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        // Parameters that are taken as one record are named as the rest.
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query && parameter.Name is not null))
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<BodyAttribute>().FirstOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = body.MediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType()) };
        }

        if (metadata.OfType<VersionedChangeAttribute>().Any())
        {
            await AddVersionAsync(operation, context, cancellationToken);
        }
    }

    private static async Task AddVersionAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Required = true,
            Description = "The version seen, as in ETag: \"3\".",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken);
        foreach (var (status, words) in new[] { ("404", "There is no such thing."), ("409", "Not in this state."), ("412", "Stale version."), ("428", "If-Match is missing.") })
        {
            operation.Responses ??= [];
            operation.Responses[status] = new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType> { [Problems.ContentType] = new OpenApiMediaType { Schema = problem } },
            };
        }
    }
}
