using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class EventStampTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(946_684_800_000)]
    [InlineData(9_999_999_999_999)]
    public void Of_TimeOfThirteenDigits_GivesTheSameTimeBack(long at)
    {
        Assert.Equal(at, EventStamp.Of(at, 3, "source", "id").At);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(at), EventStamp.Of(at, 3, "source", "id").Time);
    }

    // One digit more or a sign moves the place of everything behind it: the text would read as another time, in another order.
    [Theory]
    [InlineData(-1)]
    [InlineData(-315_619_200_000)]
    [InlineData(10_000_000_000_000)]
    public void Of_TimeThatDoesNotFit_IsNoPlace(long at) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EventStamp.Of(at, 3, "source", "id"));
}
