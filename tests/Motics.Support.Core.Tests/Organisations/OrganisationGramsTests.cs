using CsCheck;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class OrganisationGramsTests
{
    [Fact]
    public void Kept_Text_HoldsEveryRunOnce() => Assert.Equal("0061 0062 00610062 00620061 006100620061 006200610062", OrganisationGrams.Kept("abab"));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "0061")]
    [InlineData("ab", "00610062")]
    [InlineData("abcd", "006100620063 006200630064")]
    public void Asked_Text_HoldsItsLongestRuns(string text, string expected) => Assert.Equal(expected, OrganisationGrams.Asked(text));

    [Fact]
    public void Asked_AnyPart_IsAmongWhatIsKept() => Gen.Select(Gen.String[1, 40], Gen.Int[0, 39], Gen.Int[1, 40]).Sample((text, start, length) =>
    {
        var part = text.Substring(Math.Min(start, text.Length - 1), Math.Min(length, text.Length - Math.Min(start, text.Length - 1)));
        return OrganisationGrams.Asked(part).Split(' ').All(OrganisationGrams.Kept(text).Split(' ').Contains);
    });
}
