using System.Globalization;
using System.Threading.RateLimiting;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Api;

/// <summary>A bucket of requests for each caller of the API: a token, a person, or the address of somebody unknown.</summary>
internal static class RateLimits
{
    private const int StepsPerSecond = 10;

    public static void AddApiRateLimits(this IServiceCollection services, RateLimitSettings settings) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.IsApi()
            ? RateLimitPartition.GetTokenBucketLimiter(Caller(context), _ => Bucket(settings))
            : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected.HttpContext, rejected.Lease, settings));
    });

    private static string Caller(HttpContext context) => context.User.Identity?.IsAuthenticated == true
        ? context.User.ToActor().Id
        : $"address:{context.Connection.RemoteIpAddress}";

    private static TokenBucketRateLimiterOptions Bucket(RateLimitSettings settings)
    {
        var isFine = settings.RequestsPerSecond >= StepsPerSecond;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Burst,
            TokensPerPeriod = isFine ? settings.RequestsPerSecond / StepsPerSecond : settings.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(isFine ? 1.0 / StepsPerSecond : 1),
            QueueLimit = 0,
        };
    }

    private static Task RefuseAsync(HttpContext context, RateLimitLease lease, RateLimitSettings settings)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        context.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests,
            $"More than {settings.RequestsPerSecond} requests a second. Send it again after the time in Retry-After; nothing of it was done.");
    }
}
