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
    public void Order_KnownName_IsRead(string? text, ErrorGroupSort sort, bool descending) => Assert.Equal((sort, descending), ErrorGroupQuery.Order(text));

    [Theory]
    [InlineData("title")]
    [InlineData("--events")]
    [InlineData("-")]
    [InlineData("LastSeen")]
    public void Order_AnyOther_IsRefused(string text) => Assert.Null(ErrorGroupQuery.Order(text));
}
