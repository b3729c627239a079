using System.Globalization;
using CsCheck;

namespace Motics.Support.Core.Tests;

public sealed class TextCutTests
{
    private static readonly Gen<string> Texts = Gen.Int[0, 9]
        .Select(index => new[] { "a", " ", "é", "e\u0301", "🙂", "👩‍⚕️", "🇦🇺", "\r\n", "\uD83D", "\uDE42" }[index])
        .Array[0, 30].Select(string.Concat);

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("ab cd", 4, "ab…")]
    [InlineData("a🙂b", 3, "a…")]
    [InlineData("a🙂bc", 4, "a🙂…")]
    [InlineData("ab👩‍⚕️cd", 5, "ab…")]
    [InlineData("abcd", 1, "…")]
    [InlineData("", 1, "")]
    public void Marked_LongText_EndsWithTheSign(string text, int longest, string cut) => Assert.Equal(cut, TextCut.Marked(text, longest));

    [Theory]
    [InlineData("abcd", 3, "abc")]
    [InlineData("a🙂", 2, "a")]
    [InlineData("a🙂", 0, "")]
    [InlineData("e\u0301\u0301\u0301\u0301", 3, "e\u0301\u0301")]
    public void Plain_LongText_HasNoSign(string text, int longest, string cut) => Assert.Equal(cut, TextCut.Plain(text, longest));

    [Theory]
    [InlineData("🙂 Kim", "🙂")]
    [InlineData("Kim", "K")]
    [InlineData("", "")]
    public void First_IsAWholeCharacter(string text, string first) => Assert.Equal(first, TextCut.First(text));

    [Fact]
    public void Cut_AnyText_FitsAndSplitsNoCharacter() => Gen.Select(Texts, Gen.Int[1, 40]).Sample((text, longest) =>
    {
        var plain = TextCut.Plain(text, longest);
        Assert.StartsWith(plain, text, StringComparison.Ordinal);
        Assert.True(plain.Length <= longest);
        Assert.True(TextCut.Marked(text, longest).Length <= longest);
        var ends = StringInfo.ParseCombiningCharacters(text);
        Assert.True(plain.Length == text.Length || ends.Contains(plain.Length) || plain.Length >= longest - 1);
        Assert.False(plain.Length < text.Length && plain.Length > 0 && char.IsHighSurrogate(text[plain.Length - 1]) && char.IsLowSurrogate(text[plain.Length]));
        // Nothing more would have fitted.
        Assert.True(plain.Length == text.Length || !ends.Contains(plain.Length) || plain.Length + StringInfo.GetNextTextElementLength(text, plain.Length) > longest);
    }, iter: 20_000);
}
