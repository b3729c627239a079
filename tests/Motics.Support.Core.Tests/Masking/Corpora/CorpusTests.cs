using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>Three hundred texts of each kind: none keeps what is hidden in it.</summary>
public sealed class CorpusTests
{
    private const int Texts = 300;
    private const int Seed = 20261124;

    private static readonly Corpus[] Corpora = [.. DateCorpora.All, .. PhoneCorpora.All, .. KeyCorpora.All, .. PasswordCorpora.All, .. PeopleCorpora.All, .. SecondLook.All, .. UnseenSecrets.All, .. UnseenPeople.All];

    public static TheoryData<string> Kinds => [.. Corpora.Select(corpus => corpus.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Mask_TextsOfAKind_KeepNone(string kind)
    {
        var kept = Corpora.Single(corpus => corpus.Kind == kind).Take(Texts, Seed).Where(IsKept).ToList();

        Assert.True(kept.Count == 0, $"{kept.Count} of {Texts} kept: {kind}\n{string.Join('\n', kept.Take(12).Select(sample => $"  {sample.Text.ReplaceLineEndings("⏎")}  =>  {TextMask.Clean(sample.Text).ReplaceLineEndings("⏎")}"))}");
    }

    private static bool IsKept(Sample sample)
    {
        Assert.All(sample.Secrets, secret => Assert.True(sample.Text.Replace("\0", "", StringComparison.Ordinal).Contains(secret.Replace("\0", "", StringComparison.Ordinal), StringComparison.Ordinal), sample.Text));
        var masked = TextMask.Mask(sample.Text).Text;
        return sample.Secrets.Any(secret => masked.Contains(secret, StringComparison.Ordinal));
    }
}
