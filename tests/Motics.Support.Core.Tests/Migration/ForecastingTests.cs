using Motics.Support.Core.Migration;

namespace Motics.Support.Core.Tests.Migration;

public sealed class ForecastingTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Of_Nobody_IsTooEarly() => Assert.Equal(ForecastKind.TooEarly, Forecasting.Of([], Today).Kind);

    [Theory]
    [InlineData(9, ForecastKind.TooEarly)]
    [InlineData(10, ForecastKind.StillOut)]
    public void Of_FewReturns_IsTooEarlyUnderTen(int returns, ForecastKind kind)
    {
        var forecast = Forecasting.Of([new("1", Today.AddDays(-10), Today.AddDays(-5), returns), new("1", Today.AddDays(-40), null, 500)], Today);

        Assert.Equal(kind, forecast.Kind);
        Assert.Equal(kind == ForecastKind.TooEarly, forecast.Low is null);
    }

    [Fact]
    public void Of_ReturnsToday_CountOnceTheDayIsOver() =>
        Assert.Equal(ForecastKind.TooEarly, Forecasting.Of([new("1", Today.AddDays(-10), Today, 20), new("1", Today.AddDays(-10), null, 5)], Today).Kind);

    [Fact]
    public void Of_QuickReturns_SaysWhenTheLastIsBack()
    {
        var groups = Enumerable.Range(1, 14).Select(days => new MovedGroup("1", Today.AddDays(-days - 1), Today.AddDays(-days), 20)).Append(new("1", Today.AddDays(-1), null, 6)).ToList();

        var forecast = Forecasting.Of(groups, Today);

        Assert.Equal(ForecastKind.BackBetween, forecast.Kind);
        Assert.InRange(forecast.To!.Value, forecast.From!.Value, Today.AddDays(20));
        Assert.Equal(0, forecast.Low);
    }

    [Fact]
    public void Of_AWaveThatStalls_SaysHowManyStayOut()
    {
        var groups = Stalled();

        var forecast = Forecasting.Of(groups, Today);

        Assert.Equal((ForecastKind.StillOut, Today.AddDays(28)), (forecast.Kind, forecast.At));
        Assert.InRange(forecast.Low!.Value, 1, 79);
        Assert.InRange(forecast.High!.Value, forecast.Low.Value + 1, 79);
        Assert.Equal(Forecasting.Horizon, forecast.Band.Count);
        Assert.All(forecast.Band.Zip(forecast.Band.Skip(1)), pair => Assert.True(pair.First.Low >= pair.Second.Low && pair.First.High >= pair.Second.High));
    }

    [Fact]
    public void Of_TheSameNumbers_IsTheSame() => Assert.Equivalent(Forecasting.Of(Stalled(), Today), Forecasting.Of(Stalled(), Today), strict: true);

    [Fact]
    public void Of_WavesToCome_ChangesNothing() =>
        Assert.Equivalent(Forecasting.Of(Stalled(), Today), Forecasting.Of([.. Stalled(), new("9", Today.AddDays(3), null, 500)], Today), strict: true);

    [Fact]
    public void Comeback_ADayThatIsNotOver_CountsNobody()
    {
        var wave = Assert.Single(Comebacks.Of([new("1", Today.AddDays(-2), Today.AddDays(-2), 3), new("1", Today.AddDays(-2), Today.AddDays(-1), 1), new("1", Today.AddDays(-1), null, 4)], Today));

        Assert.Equal(8, wave.Organisations);
        Assert.Equal([new(0, 3, 8, 3.0 / 8), new(1, 4, 4, 1)], wave.Shares);
    }

    private static List<MovedGroup> Stalled() =>
        [.. Enumerable.Range(0, 20).Select(days => new MovedGroup("1", Today.AddDays(-24), Today.AddDays(days - 24), Math.Max(1, 60 >> days))), new("1", Today.AddDays(-24), null, 79)];
}
