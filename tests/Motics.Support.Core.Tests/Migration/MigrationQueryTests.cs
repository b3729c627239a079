using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Migration;

public sealed class MigrationQueryTests
{
    [Fact]
    public void Read_EveryParameter_IsKept()
    {
        var query = MigrationQuery.Read("nookal, cliniko", "au-nz,uk1", "wave 3", "2026-11-01", "2026-11-02T10:00:00+01:00").Value!;

        Assert.Equal([Ehr.Nookal, Ehr.Cliniko], query.Ehrs);
        Assert.Equal(["au-nz", "uk1"], query.Regions);
        Assert.Equal("wave 3", query.Wave);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), query.From);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, 1, TimeSpan.Zero), query.Before);
    }

    [Fact]
    public void Read_DayAsTo_EndsWithTheDay() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero), MigrationQuery.Read(null, "", " ", null, "2026-11-02").Value!.Before);

    [Theory]
    [InlineData("best", null, null, null, null, "ehr")]
    [InlineData(null, "uk1,Atlantis", null, null, null, "region")]
    [InlineData(null, null, null, "yesterday", null, "from")]
    [InlineData(null, null, null, null, "2026-02-30", "to")]
    [InlineData(null, null, null, "9999-12-31", "9999-12-31T23:59:59Z", "from to")]
    [InlineData(null, null, null, "2026-11-02", "2026-11-01", "to")]
    [InlineData("x", "x", null, "x", "x", "ehr region from to")]
    public void Read_WrongValue_NamesEachParameter(string? ehr, string? region, string? wave, string? from, string? to, string fields)
    {
        var refusal = Assert.IsType<Refusal.Invalid>(MigrationQuery.Read(ehr, region, wave, from, to).Refusal);

        Assert.Equal(fields.Split(' '), refusal.Errors.Select(error => error.Field));
    }

    [Fact]
    public void Read_LongWave_IsRefused() =>
        Assert.Equal("wave", Assert.IsType<Refusal.Invalid>(MigrationQuery.Read(null, null, new string('w', 101), null, null).Refusal).Errors.Single().Field);
}
