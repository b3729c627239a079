using System.Globalization;
using System.Threading.RateLimiting;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Api;

/// <summary>A bucket of requests for each caller of the API: a token, a person, or the address of somebody unknown.</summary>
internal static class RateLimits
{
    /// <summary>How often the limiter of all callers fills its buckets.</summary>
    public const int StepsPerSecond = 10;

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

    // Whole tokens, and the time that they stand for: the limiter adds by the time that really passed, so any rate comes out exactly.
    internal static TokenBucketRateLimiterOptions Bucket(RateLimitSettings settings)
    {
        var tokens = Portion(settings.RequestsPerSecond);
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Burst,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromTicks(TimeSpan.TicksPerSecond * tokens / settings.RequestsPerSecond),
            QueueLimit = 0,
        };
    }

    /// <summary>What is filled in at a time: a bucket that holds less never gets its rate.</summary>
    public static int Portion(int requestsPerSecond) => (requestsPerSecond + StepsPerSecond - 1) / StepsPerSecond;

    private static Task RefuseAsync(HttpContext context, RateLimitLease lease, RateLimitSettings settings)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        context.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests,
            $"More than {settings.RequestsPerSecond} requests a second. Send it again after the time in Retry-After; nothing of it was done.");
    }
}
