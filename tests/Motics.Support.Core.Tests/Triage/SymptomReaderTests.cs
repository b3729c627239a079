using CsCheck;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Typed;
using Xunit;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>
/// Typed words as symptoms. <c>Symptoms/held-out.txt</c> was written before the reader and never tuned it; <c>Symptoms/tuning.txt</c> is what it was tuned with.
/// </summary>
public sealed class SymptomReaderTests(ITestOutputHelper output)
{
    // Before the symptom of a line that need not be read, but never as another.
    private const char MayStayOpen = '?';

    public static TheoryData<string?, string> Tuning => [.. Lines("tuning.txt"), .. Lines("tricky.txt")];

    [Theory]
    [MemberData(nameof(Tuning))]
    public void Read_WordsItWasWrittenFor_GivesTheirSymptom(string? symptom, string words)
    {
        var read = Kebab.Name(SymptomReader.Read(words)?.Symptom);
        if (read is not null || symptom?[0] != MayStayOpen)
            Assert.Equal(symptom?.TrimStart(MayStayOpen), read);
    }

    [Theory]
    [InlineData("held-out.txt", 85)]
    [InlineData("unseen.txt", 24)]
    public void Read_WordsItNeverSaw_IsNeverWrong(string list, int least)
    {
        var read = Lines(list).Select(line => line.Data).Select(line => (Said: line.Item2, Right: line.Item1, Read: Kebab.Name(SymptomReader.Read(line.Item2)?.Symptom))).ToList();
        var wrong = read.Where(line => line.Read is not null && line.Read != line.Right).ToList();
        var right = read.Count(line => line.Right is not null && line.Read == line.Right);
        output.WriteLine($"{list}: {right} of {read.Count(line => line.Right is not null)} right, {wrong.Count} of {read.Count} wrong");
        Assert.Empty(wrong);
        Assert.True(right >= least, $"Only {right} are read.");
    }

    [Fact]
    public void HeldOut_HasSixtyWaysForTheFifteenSymptoms()
    {
        var said = Lines("held-out.txt").Select(line => line.Data.Item1).ToList();
        Assert.True(said.Count(symptom => symptom is not null) >= 60 && said.Count(symptom => symptom is null) >= 40);
        Assert.Equal(Kebab.All<Symptom>().Order(), said.OfType<string>().Distinct().Order());
        Assert.Empty(Lines("held-out.txt").Select(line => line.Data.Item2).Intersect(Tuning.Select(line => line.Data.Item2)));
    }

    [Fact]
    public void Read_TheAnswersOfThePlaybookTheirLabelsAndWireNames_GivesThemselves()
    {
        var options = PlaybookLoader.Embedded.QuestionFor(FactNames.Symptom)!.Options;
        Assert.Equal(options.Select(option => option.Value), options.Select(option => Kebab.Name(SymptomReader.Read(option.Label)?.Symptom)));
        Assert.Equal(options.Select(option => option.Value), options.Select(option => Kebab.Name(SymptomReader.Read(option.Value)?.Symptom)));
        Assert.Equal(options.Select(option => option.Value), options.Select(option => Kebab.Name(SymptomReader.Read(FactValueLabels.Of(FactNames.Symptom, option.Value))?.Symptom)));
    }

    [Theory]
    [InlineData("Hi all! Since Monday we can't find any patients, could you look?", "can't find any patients")]
    [InlineData("NOTES DON'T PUSH", "NOTES DON'T PUSH")]
    [InlineData("They say: “Authentication failed”.", "Authentication failed")]
    public void Read_SaysWhichWordsDecided(string text, string words) => Assert.Equal(words, SymptomReader.Read(text)!.Words);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ?! … \n ")]
    [InlineData("\ud83d")]
    public void Read_NothingSaid_GivesNothing(string? text) => Assert.Null(SymptomReader.Read(text));

    [Fact]
    public void Read_AnyWordsInAnyOrder_EndsAndNeverThrows() => Gen.OneOf(new[] { "not", "patients", "find", "cannot", "no", "search", "notes", "push", "key", "one", "motics", "says", "?", ".", "the", "\ud83d", "reconnect", "if" }.Select(word => Gen.Const(word)).ToArray())
        .Array[0, 400].Select(words => string.Join(' ', words)).Sample(text => SymptomReader.Read(text) is null or { Words.Length: > 0 }, iter: 300);

    private static TheoryData<string?, string> Lines(string file)
    {
        var lines = new TheoryData<string?, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Triage", "Symptoms", file)).Where(line => line.Contains('|', StringComparison.Ordinal)))
        {
            var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
            lines.Add(parts[0] == "none" ? null : parts[0], parts[1]);
        }
        return lines;
    }
}
