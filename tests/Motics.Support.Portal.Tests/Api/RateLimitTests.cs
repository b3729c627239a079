using Motics.Support.Portal.Api;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Tests.Api;

public sealed class RateLimitTests
{
    [Fact]
    public void Bucket_OfAnySetting_IsFilledAtThatRate() =>
        Assert.All([.. Enumerable.Range(1, 3_000), 9_999, 10_007, 100_000, 999_983, 1_000_000], AssertRate);

    // Filled in portions of a tenth of a second or so: in seconds whole bursts would be refused between two of them.
    private static void AssertRate(int perSecond)
    {
        var bucket = RateLimits.Bucket(new RateLimitSettings(perSecond, 2 * perSecond));
        Assert.Equal(perSecond, bucket.TokensPerPeriod / bucket.ReplenishmentPeriod.TotalSeconds, perSecond * 0.0001);
        Assert.True(bucket.TokensPerPeriod >= 1);
        Assert.InRange(bucket.ReplenishmentPeriod.TotalSeconds, 0.09, Math.Max(0.2, 1.0 / perSecond));
        Assert.Equal(2 * perSecond, bucket.TokenLimit);
    }
}
