using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
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
        options.InputFormatters.RemoveType<SystemTextJsonInputFormatter>();
        options.InputFormatters.Insert(0, new JsonBodyFormatter());
        options.OutputFormatters.RemoveType<StringOutputFormatter>();
        options.Filters.Add<ForgeryFilter>();
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
