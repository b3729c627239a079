using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Portal.Api.OpenApi;

/// <summary>What the generated document says beside the routes.</summary>
internal static class OpenApiDocumentation
{
    /// <summary>Names that others' programs know the schemas by, where the record is called otherwise.</summary>
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(KeyEntry)] = "KeyEntryAnswer",
        [typeof(LastError)] = "LastErrorAnswer",
        [typeof(MigrationPlace)] = "MigrationPlaceAnswer",
        [typeof(MigrationSummary)] = "MigrationAnswer",
        [typeof(OrganisationItem)] = "OrganisationListItem",
        [typeof(ProvenBy)] = "ProofAnswer",
    };

    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = NameOf;
        options.AddOperationTransformer(OpenApiOperations.DescribeAsync).AddDocumentTransformer((document, _, _) =>
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

    private static string? NameOf(JsonTypeInfo shape) =>
        shape.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Page<>) ? $"ListAnswerOf{Name(type.GetGenericArguments()[0])}"
        : Names.GetValueOrDefault(shape.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(shape);

    private static string Name(Type type) => Names.GetValueOrDefault(type, type.Name);
}
