using CsCheck;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Tests.Events;

public sealed class IdentifierTests
{
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    [Theory]
    [InlineData("a")]
    [InlineData("harbour-street-physio")]
    [InlineData("riverside-physiotherapy-uk1")]
    [InlineData("motics-os/eu-west/production-uk1")]
    [InlineData("https://os.motics.ai/integrations")]
    [InlineData("urn:motics:event:42")]
    [InlineData("NorthernBeachesPhysiotherapy-uk1")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301")]
    [InlineData("3f2504e0-4f89-41d3-9a0c-0305e82c3301-uk1")]
    [InlineData("01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void IsValid_OrdinaryIdentifier_IsTrue(string id) => Assert.True(Identifier.IsValid(id));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("a@b")]
    [InlineData("a\n")]
    public void IsValid_OtherCharacters_IsFalse(string id) => Assert.False(Identifier.IsValid(id));

    [Fact]
    public void IsValid_Longest_IsTrueAndOneMoreIsFalse()
    {
        Assert.True(Identifier.IsValid(new string('a', Identifier.MaxLength)));
        Assert.False(Identifier.IsValid(new string('a', Identifier.MaxLength + 1)));
    }

    // Chance makes this too: no digit, and few changes between capitals and small letters.
    [Fact]
    public void IsValid_ClinikoKeyOfLettersInLongRuns_IsFalse() => Assert.False(Identifier.IsValid("QWERTYUIqwertyuiASDFGHJKasdfghjk-au4"));

    [Fact]
    public void IsValid_ClinikoKeyWithShard_IsFalse() =>
        Gen.Select(Gen.Int[0, Base64.Length - 1].Array[30, 70], Gen.Int[0, 3]).Sample((body, shard) =>
            Assert.False(Identifier.IsValid(new string([.. body.Select(index => Base64[index])]) + new[] { "-uk1", "-au4", "-ca1", "-eu12" }[shard])), iter: 3_000);
}
