using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Motics.Support.Portal.Api.Json;
using Motics.Support.Portal.Api.OpenApi;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Api;

internal static class ApiServices
{
    public static void AddPortalApi(this IServiceCollection services, PortalSettings settings)
    {
        services.AddControllers(Configure).AddJsonOptions(options => ApiJson.Configure(options.JsonSerializerOptions));
        // OpenAPI describes with these options what MVC writes with the ones above.
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<ApiBehaviorOptions>(options => options.InvalidModelStateResponseFactory = ModelStateProblem.Of);
        services.AddSingleton<IClientErrorFactory, ProblemForStatus>();
        services.AddApiRateLimits(settings.RateLimit);
        services.AddOpenApi("v1", OpenApiDocumentation.Configure);
    }

    private static void Configure(MvcOptions options)
    {
        options.Filters.Add<AcceptFilter>();
        options.Filters.Add<QueryFilter>();
        options.InputFormatters.RemoveType<SystemTextJsonInputFormatter>();
        options.InputFormatters.Insert(0, new JsonBodyFormatter());
        options.OutputFormatters.RemoveType<StringOutputFormatter>();
        // They would read a whole form, without our limits, for an action that wants only its route.
        options.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        options.Filters.Add<ForgeryFilter>();
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
