using Motics.Support.Portal.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Filters;

namespace Motics.Support.Portal.Logging;

/// <summary>The log: the console and, when configured, Seq. Every sink stands behind the mask; none can be configured past it.</summary>
internal static class PortalLogging
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <param name="builder">What to log for.</param>
    /// <param name="settings">Where to.</param>
    /// <param name="toErrors">True for the commands: their output belongs to the caller, so the log goes to the error stream.</param>
    public static void AddPortalLogging(this IHostApplicationBuilder builder, PortalSettings settings, bool toErrors = false)
    {
        builder.Services.AddSerilog((services, logger) => Configure(logger, builder.Configuration, settings, toErrors, services.GetServices<ILogEventSink>()), preserveStaticLogger: true);
    }

    /// <summary>One line per request: never the query string, never a body.</summary>
    public static void UseRequestLine(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0} ms";
        options.GetLevel = (context, _, exception) =>
            exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : IsNoise(context.Request.Path) ? LogEventLevel.Verbose : LogEventLevel.Information;
    });

    private static void Configure(LoggerConfiguration logger, IConfiguration configuration, PortalSettings settings, bool toErrors, IEnumerable<ILogEventSink> further)
    {
        var sinks = new LoggerConfiguration().MinimumLevel.Verbose()
            .WriteTo.Console(outputTemplate: Line, formatProvider: System.Globalization.CultureInfo.InvariantCulture, standardErrorFromLevel: toErrors ? LogEventLevel.Verbose : null);
        if (settings.Seq is { } seq)
        {
            sinks.WriteTo.Seq(seq.ServerUrl.ToString(), apiKey: seq.ApiKey, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var sink in further)
        {
            sinks.WriteTo.Sink(sink);
        }

        foreach (var (category, level) in LogLevels.Read(configuration))
        {
            _ = category == "Default" ? logger.MinimumLevel.Is(level) : logger.MinimumLevel.Override(category, level);
        }

        // Its lines hold query strings; the request line above says the rest.
        // What somebody types comes to a circuit letter by letter, and its hub would tell all of it.
        logger.Filter.ByExcluding(told => told.Level < Serilog.Events.LogEventLevel.Information && Matching.FromSource("Microsoft.AspNetCore.SignalR")(told));
        logger.Filter.ByExcluding(Matching.FromSource("Microsoft.AspNetCore.Hosting.Diagnostics"))
            .Enrich.FromLogContext()
            .WriteTo.Sink(new MaskingSink(sinks.CreateLogger()));
    }

    private static bool IsNoise(PathString path) =>
        path.StartsWithSegments("/health") || path.StartsWithSegments("/_framework") || path.StartsWithSegments("/_content") || path.StartsWithSegments("/_blazor");
}
