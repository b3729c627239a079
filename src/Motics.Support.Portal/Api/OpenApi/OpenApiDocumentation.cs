using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Motics.Support.Portal.Api.OpenApi;

/// <summary>What the generated document says beside the routes.</summary>
internal static class OpenApiDocumentation
{
    public static void Configure(OpenApiOptions options) => options.AddOperationTransformer(OpenApiOperations.DescribeAsync).AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Motics Support";
        document.Info.Description = "Events in, and what support works with. Errors are problem documents (RFC 9457); times are RFC 3339 in UTC; null equals absent.";
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token made with the command \"token create\". Scopes: events:write, support:read, support:write, admin.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    });
}
