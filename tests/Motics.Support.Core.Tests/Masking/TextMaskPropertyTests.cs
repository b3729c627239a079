using CsCheck;
using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tests.Masking;

public sealed class TextMaskPropertyTests
{
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Hex = "0123456789abcdef";

    private static readonly Gen<string> Words = OneOf("Authentication failed", "key", "for clinic", "401", "(retry)", "said:", "patient search", "https://api.cliniko.com/", "'", "\n", "é")
        .Array[0, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Shard = OneOf("", "-uk1", "-au12", "-ca1", "-eu1");

    private static readonly Gen<string> ClinikoKeys = Gen.Select(Chars(Base64, 40, 70), Shard).Select((body, shard) => body + shard);

    private static readonly Gen<string> NookalKeys = Gen.OneOf(Chars(Hex, 32, 64), Gen.Guid.Select(guid => guid.ToString()), Gen.Guid.Select(guid => guid.ToString().ToUpperInvariant()));

    private static readonly Gen<string> Anything = Gen.Char.Array[0, 300].Select(characters => new string(characters));

    private static readonly Gen<string> Tricky = OneOf("@", "%40", "key", "=", ":", "password", "0", "04", "12/03/1985", "+", "(", ")", "-", " ", "Bearer ", "eyJ", ".", "a", "Z9", "is ", "[", "]", "dob", "/", "\"")
        .Array[0, 60].Select(string.Concat);

    [Fact]
    public void Mask_RandomKeyAnywhere_NeverSurvives() =>
        Gen.Select(Words, Gen.OneOf(ClinikoKeys, NookalKeys), Words, OneOf(" ", "", "\"", "=", "/")).Sample((before, key, after, glue) =>
        {
            var masked = TextMask.Mask(before + glue + key + glue + after);
            Assert.DoesNotContain(key, masked.Text, StringComparison.Ordinal);
            // Not a telling part of it either.
            Assert.DoesNotContain(key[4..24], masked.Text, StringComparison.Ordinal);
        }, iter: 5_000);

    [Fact]
    public void Mask_AnyText_IsIdempotent() => Gen.OneOf(Anything, Tricky, Words).Sample(text =>
    {
        var once = TextMask.Mask(text).Text;
        Assert.Equal(once, TextMask.Mask(once).Text);
    }, iter: 10_000);

    [Fact]
    public void Mask_AnyText_NothingMaskedMeansSameInstance() => Gen.OneOf(Anything, Tricky).Sample(text =>
    {
        var masked = TextMask.Mask(text);
        Assert.Equal(masked.Kinds == MaskedKinds.None, ReferenceEquals(text, masked.Text));
    }, iter: 5_000);

    // Were the time to grow with the square of the length, this would take minutes.
    [Theory]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("0 ")]
    [InlineData("key=")]
    [InlineData("12/")]
    [InlineData("aB3-")]
    [InlineData("dob ")]
    [InlineData("\"@")]
    [InlineData("Bearer ")]
    public async Task Mask_HugeRepetitiveText_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000));

        var masked = await Task.Run(() => TextMask.Mask(text), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.NotNull(masked.Text);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<string> Chars(string alphabet, int least, int most) =>
        Gen.Int[0, alphabet.Length - 1].Array[least, most].Select(indexes => new string([.. indexes.Select(index => alphabet[index])]));
}
