namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>A text, and what in it must be gone once it is masked.</summary>
internal sealed record Sample(string Text, params string[] Secrets);

/// <summary>Texts of one kind, made by a seeded generator: as many as one asks for, the same each time.</summary>
/// <param name="Kind">What is hidden in them.</param>
/// <param name="Make">Makes one.</param>
internal sealed record Corpus(string Kind, Func<Dice, Sample> Make)
{
    public IEnumerable<Sample> Take(int count, int seed)
    {
        var dice = new Dice(new Random(seed));
        return Enumerable.Range(0, count).Select(_ => Make(dice)).ToList();
    }
}

/// <summary>Chance, with a seed.</summary>
internal sealed class Dice(Random random)
{
    private const string Figures = "0123456789";
    public const string Small = "abcdefghijklmnopqrstuvwxyz";
    public const string Mixed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public int From(int least, int most) => random.Next(least, most + 1);

    public bool Once(int in_) => random.Next(in_) == 0;

    public T Of<T>(params T[] choices) => choices[random.Next(choices.Length)];

    public string Chars(string alphabet, int length) => new([.. Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)])]);

    public string Digits(int length) => Chars(Figures, length);
}
