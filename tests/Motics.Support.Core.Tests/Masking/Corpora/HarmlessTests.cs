using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>What is nobody's secret stays as it is: names of clinics, versions, codes, addresses, sizes, ids, and what Cliniko, Nookal and programs say when something fails.</summary>
public sealed class HarmlessTests
{
    private const int Allowed = 3;

    /// <summary>A clinic's day, in seven hundred texts that were written without a look at the masks.</summary>
    private static readonly string[] Day = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Masking", "Corpora", "UnseenHarmless.txt"));

    private static readonly string[] Texts = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Masking", "Corpora", "Harmless.txt"));

    [Fact]
    public void Texts_AreManyAndDifferent() => Assert.True(Texts.Distinct().Count() > 500 && Texts.All(text => text.Trim().Length > 0));

    [Fact]
    public void Mask_HarmlessTexts_StayButForThree() => AssertFew(Texts);

    [Fact]
    public void Mask_AClinicsDay_StaysButForThree() => AssertFew(Day);

    // Alone, in a sentence, beside each other: neighbours make nothing of a harmless text.
    [Theory]
    [InlineData("Nookal said: {0}.")]
    [InlineData("{{\"message\":\"{0}\",\"code\":401}}")]
    [InlineData("({0}) and again")]
    public void Mask_HarmlessTextsInASentence_StayButForThree(string sentence) =>
        AssertFew([.. Texts.Select(text => string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, text))]);

    private static void AssertFew(string[] texts)
    {
        var spoiled = texts.Where(text => TextMask.Clean(text) != text).ToList();
        Assert.True(spoiled.Count <= Allowed, $"{spoiled.Count} of {texts.Length} spoiled:\n{string.Join('\n', spoiled.Select(text => $"  {text}  =>  {TextMask.Clean(text)}"))}");
    }
}
