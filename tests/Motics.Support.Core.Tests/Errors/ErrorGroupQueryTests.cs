using Motics.Support.Core.Errors;

namespace Motics.Support.Core.Tests.Errors;

public sealed class ErrorGroupQueryTests
{
    [Theory]
    [InlineData(null, ErrorGroupSort.LastSeen, true)]
    [InlineData("", ErrorGroupSort.LastSeen, true)]
    [InlineData("-last-seen", ErrorGroupSort.LastSeen, true)]
    [InlineData("firstSeen", ErrorGroupSort.FirstSeen, false)]
    [InlineData("-lastSeen", ErrorGroupSort.LastSeen, true)]
    [InlineData("organisations", ErrorGroupSort.Organisations, false)]
    public void Order_KnownName_IsRead(string? text, ErrorGroupSort sort, bool descending) =>
        Assert.Equal((sort, descending), ErrorGroupQuery.Read(null, null, null, text, null, null).Value is { } query ? (query.Sort, query.Descending) : default);

    [Theory]
    [InlineData("title")]
    [InlineData("--events")]
    [InlineData("-")]
    [InlineData("LastSeen")]
    public void Order_AnyOther_IsRefused(string text) =>
        Assert.Equal("sort", Assert.Single(Assert.IsType<Refusal.Invalid>(ErrorGroupQuery.Read(null, null, null, text, null, null).Refusal).Errors).Field);

    [Fact]
    public void Read_SeveralWrong_NamesEach() => Assert.Equal(
        ["kind", "ehr", "status", "sort"],
        Assert.IsType<Refusal.Invalid>(ErrorGroupQuery.Read("nothing", "nobody", "nowhere", "never", null, null).Refusal).Errors.Select(error => error.Field));
}
