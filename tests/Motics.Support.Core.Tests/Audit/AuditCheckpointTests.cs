using Motics.Support.Core.Audit;
using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tests.Audit;

public sealed class AuditCheckpointTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 12, 30, TimeSpan.Zero);
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private readonly Random random = new(7);

    [Fact]
    public void Text_ReadBackFromALineOfALog_IsTheSameCheckpoint()
    {
        var made = AuditCheckpoint.Of(1204, Hash(), At.AddMilliseconds(700), Key);

        var read = AuditCheckpoint.Find($"2026-11-24 09:12:30.700 INF Audit: {made} (once a day)");

        Assert.Equal(made, read);
        Assert.Equal(At, read!.At);
        Assert.True(read.IsSealedWith(Key));
    }

    [Fact]
    public void Seal_OfAnotherKeyOrAnotherContent_IsNotGood()
    {
        var made = AuditCheckpoint.Of(1204, Hash(), At, Key);

        Assert.False(made.IsSealedWith([.. Key.Reverse()]));
        Assert.False((made with { Lines = 1203 }).IsSealedWith(Key));
        Assert.False((made with { LastHash = Hash() }).IsSealedWith(Key));
        Assert.False((made with { At = At.AddDays(1) }).IsSealedWith(Key));
        Assert.False((made with { Seal = "" }).IsSealedWith(Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("audit-checkpoint lines 5")]
    [InlineData("audit-checkpoint lines x at 2026-11-24T09:12:30Z last aaaa seal aaaa")]
    [InlineData("audit-checkpoint lines 5 at 2026-13-24T09:12:30Z last aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa seal aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Text_ThatHoldsNone_IsNone(string text) => Assert.Null(AuditCheckpoint.Find(text));

    [Fact]
    public void Text_OfManyCheckpoints_PassesTheMaskOfTheLogUnchanged()
    {
        for (var index = 0; index < 2000; index++)
        {
            var text = AuditCheckpoint.Of(random.NextInt64(0, 100_000_000), Hash(), At.AddSeconds(random.Next(1_000_000_000)), Key).ToString();

            Assert.Equal(text, TextMask.Clean(text));
        }
    }

    private string Hash()
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
