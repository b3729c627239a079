using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tests.Masking;

/// <summary>Every mask finds what it says and leaves what it says.</summary>
public sealed class MasksTests
{
    public static TheoryData<string> Names => [.. Masks.All.Select(mask => mask.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_IsFoundByItsMaskAndOnlyOnce(string name)
    {
        var mask = Masks.All.Single(mask => mask.Name == name);
        var applied = new List<Mask>();

        var masked = TextMask.Try(mask.Example, applied.Add);

        Assert.Contains(mask, applied);
        Assert.Contains(mask.Word, masked.Text, StringComparison.Ordinal);
        Assert.True(masked.Kinds.HasFlag(mask.Kind));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Harmless_Stays(string name)
    {
        var mask = Masks.All.Single(mask => mask.Name == name);

        Assert.Equal(mask.Harmless, TextMask.Clean(mask.Harmless));
    }

    [Fact]
    public void Names_AreDifferent() => Assert.Equal(Masks.All.Count, Masks.All.Select(mask => mask.Name).Distinct().Count());

    [Fact]
    public void Mask_Text_CountsWhatApplied()
    {
        var before = Masks.Cookie.Applied;
        TextMask.Mask(Masks.Cookie.Example);
        Assert.True(Masks.Cookie.Applied > before);
    }

    [Theory]
    [InlineData("key ＭＳ０ｘｙ")]
    [InlineData("wide ＡＢＣ %41%42 &quot;x&quot; \\u0041 and nothing else")]
    [InlineData("zero\u200Bwidth and \u00A0 blanks")]
    public void Mask_FoldedTextWithoutSecrets_IsTheSameInstance(string text) => Assert.Same(text, TextMask.Mask(text).Text);

    [Fact]
    public void Mask_FoldedTextWithASecret_KeepsTheOriginalAroundIt() =>
        Assert.Equal("Ｔｅｌ：\u2009[phone]\u2009（ｈｏｍｅ） &quot;x&quot;", TextMask.Mask("Ｔｅｌ：\u2009０３\u2009３７７\u2009０１２３\u2009（ｈｏｍｅ） &quot;x&quot;").Text);
}
