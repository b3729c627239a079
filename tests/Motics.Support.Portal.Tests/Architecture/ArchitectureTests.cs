using System.Text.RegularExpressions;
using Motics.Support.Core;
using Motics.Support.Data;
using Motics.Support.Portal.Components;
using NetArchTest.Rules;

namespace Motics.Support.Portal.Tests.Architecture;

/// <summary>What keeps the house in order. An exception is a decision, so each is named here.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, int> LongerFiles = [];

    [Fact]
    public void Core_KnowsNoWebNoDatabaseNoData()
    {
        var result = Types.InAssembly(typeof(Kebab).Assembly).ShouldNot()
            .HaveDependencyOnAny("Microsoft.AspNetCore", "Dapper", "Microsoft.Data", "System.Data", "MudBlazor", "Serilog", "Motics.Support.Data", "Motics.Support.Portal")
            .GetResult();

        Assert.Empty(result.FailingTypeNames ?? []);
    }

    [Fact]
    public void Data_KnowsNoWeb()
    {
        var result = Types.InAssembly(typeof(Database).Assembly).ShouldNot()
            .HaveDependencyOnAny("Microsoft.AspNetCore", "MudBlazor", "Serilog", "Motics.Support.Portal")
            .GetResult();

        Assert.Empty(result.FailingTypeNames ?? []);
    }

    [Fact]
    public void Source_ReadsNoClockOfItsOwn() =>
        Assert.Empty(Sources.Of("src", ".cs", ".razor").Where(file => Clock().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void Core_IsGivenItsTime() =>
        Assert.Empty(Sources.Of("src/Motics.Support.Core", ".cs").Where(file => file.Text.Contains("TimeProvider.System", StringComparison.Ordinal)).Select(file => file.Path));

    [Theory]
    [InlineData("src/Motics.Support.Portal")]
    [InlineData("src/Motics.Support.Core")]
    public void Sql_StaysInData(string folder) =>
        Assert.Empty(Sources.Of(folder, ".cs", ".razor").Where(file => Statement().IsMatch(file.Text)).Select(file => file.Path));

    /// <summary>What follows from an organisation's events is folded once and kept; a statement reads the column and works nothing out again.</summary>
    [Fact]
    public void Sql_WorksOutNothingThatIsFolded() =>
        Assert.Empty(from file in Sources.Of("src/Motics.Support.Data", ".cs")
                     from Match match in WorksOut().Matches(file.Text)
                     select $"{file.Path}: {match.Value}");

    [Theory]
    [InlineData("CASE WHEN o.own_ehr = 'nookal' THEN o.nookal_region ELSE o.cliniko_shard END AS Place")]
    [InlineData("SUM(CASE o.health WHEN 'failing' THEN 1 ELSE 0 END)")]
    [InlineData("ORDER BY CASE WHEN o.reconnected_at IS NULL THEN o.migrated_at ELSE o.health_since_at END")]
    public void Sql_ThatWorksOutWhatIsFolded_IsFound(string statement) => Assert.Matches(WorksOut(), statement);

    [Theory]
    [InlineData("CASE WHEN o.migrated_at <= @now THEN o.migrated_at END")]
    [InlineData("CASE WHEN e.outcome = 'failure' THEN e.detail END")]
    [InlineData("CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END")]
    public void Sql_ThatWeighsTimeOrOneRow_IsNotMeant(string statement) => Assert.DoesNotMatch(WorksOut(), statement);

    [Theory]
    [InlineData(".razor.cs", 200)]
    [InlineData(".razor", 150)]
    [InlineData(".cs", 300)]
    public void File_StaysShort(string ending, int limit)
    {
        var tooLong = from file in Sources.Of("src", ending)
                      where ending != ".cs" || !file.Path.EndsWith(".razor.cs", StringComparison.Ordinal)
                      let lines = file.Text.Split('\n').Length - 1
                      where lines > LongerFiles.GetValueOrDefault(file.Path, limit)
                      select $"{file.Path}: {lines} lines";

        Assert.Empty(tooLong);
    }

    /// <summary>A folder is read at one look; what belongs together in it has a folder, and a namespace, of its own.</summary>
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Folder_HoldsAboutTwentyFiles(string root) =>
        Assert.Empty(from file in Sources.Of(root, ".cs", ".razor", ".css", ".js", ".yaml")
                     group file by Path.GetDirectoryName(file.Path) into folder
                     where folder.Count() > 22
                     select $"{folder.Key}: {folder.Count()} files");

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Namespace_IsTheFolder(string root) =>
        Assert.Empty(from file in Sources.Of(root, ".cs")
                     let said = NamespaceSaid().Match(file.Text)
                     where said.Success
                     let folder = string.Join('.', Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Split('/').Skip(1))
                     where said.Groups[1].Value != folder
                     select $"{file.Path}: {said.Groups[1].Value}");

    [Fact]
    public void Page_InjectsAtMostSixServices() =>
        Assert.Empty(from file in Sources.Of("src/Motics.Support.Portal", ".razor")
                     let behind = Sources.Of("src/Motics.Support.Portal", Path.GetFileName(file.Path) + ".cs").Where(code => code.Path == file.Path + ".cs").Select(code => code.Text)
                     let count = Injection().Count(file.Text) + behind.Sum(code => InjectedProperty().Count(code))
                     where count > 6
                     select $"{file.Path}: {count} services");

    [Fact]
    public void TextFields_AreBound_SoThatFastTypingLosesNothing() =>
        Assert.Empty(from file in Sources.Of("src/Motics.Support.Portal", ".razor")
                     where file.Text.Contains("@oninput", StringComparison.Ordinal)
                     select $"{file.Path}: use @bind with @bind:event");

    /// <summary>Cuts that cannot split a character: what is cut is bytes, digits, an id, or ends where a character was found.</summary>
    private static readonly Dictionary<string, string> CutsOfNoText = new()
    {
        ["src/Motics.Support.Core/TextCut.cs"] = "the place for it",
        ["src/Motics.Support.Core/Errors/ErrorWords.cs"] = "read character by character, and half of one is no letter",
        ["src/Motics.Support.Core/Errors/MessageNormaliser.cs"] = "a hash in hexadecimal, and a title that looks at its last character",
        ["src/Motics.Support.Core/Events/Rfc3339.cs"] = "the parts of a time",
        ["src/Motics.Support.Core/Masking/KeyShape.cs"] = "up to a hyphen",
        ["src/Motics.Support.Core/Masking/Folding/Escapes.cs"] = "bytes",
        ["src/Motics.Support.Core/Masking/People/BirthDateScanner.cs"] = "up to a word, to look at",
        ["src/Motics.Support.Core/Masking/People/DateText.cs"] = "up to a figure, to look at",
        ["src/Motics.Support.Core/Masking/People/NameScanner.cs"] = "what stands before a label, to look at",
        ["src/Motics.Support.Core/Masking/People/NotNames.cs"] = "up to a blank, to look at",
        ["src/Motics.Support.Core/Masking/People/NumberContext.cs"] = "up to a sign that is no letter, to look at",
        ["src/Motics.Support.Core/Masking/People/NumberScanner.cs"] = "digits",
        ["src/Motics.Support.Core/Masking/People/PhoneScanner.cs"] = "groups of digits",
        ["src/Motics.Support.Core/Masking/People/SpeltEmailScanner.cs"] = "up to a blank, to look at",
        ["src/Motics.Support.Core/Masking/Secrets/Label.cs"] = "up to a known word, to look at",
        ["src/Motics.Support.Core/Masking/Secrets/SpokenPassword.cs"] = "up to a blank, to look at",
        ["src/Motics.Support.Core/Masking/Secrets/TraceId.cs"] = "hexadecimal figures",
        ["src/Motics.Support.Core/Organisations/Folding/EventStamp.cs"] = "thirteen digits",
        ["src/Motics.Support.Core/Paging/Cursor.cs"] = "bytes",
        ["src/Motics.Support.Core/Tickets/Changes/ConversationLink.cs"] = "up to a sign of equality",
        ["src/Motics.Support.Core/Tickets/Changes/TicketScreenshots.cs"] = "up to a dot",
        ["src/Motics.Support.Data/Events/Statements/SqliteStatement.cs"] = "bytes",
        ["src/Motics.Support.Portal/Components/Audit/AuditTable.razor"] = "up to a colon",
        ["src/Motics.Support.Portal/Components/Shared/Loading/Load.cs"] = "a reference in hexadecimal",
        ["src/Motics.Support.Data/Live/LiveTopic.cs"] = "up to a colon",
    };

    [Fact]
    public void Text_IsCutInOnePlace_SoThatNoCharacterIsSplit()
    {
        var cutting = Sources.Of("src", ".cs", ".razor").Where(file => !file.Path.Contains("Simulator", StringComparison.Ordinal) && Cut().IsMatch(file.Text)).Select(file => file.Path).ToList();

        Assert.Empty(cutting.Except(CutsOfNoText.Keys).Select(path => $"{path}: use TextCut, or name here why no character can be split"));
        Assert.Empty(CutsOfNoText.Keys.Except(cutting).Select(path => $"{path}: cuts nothing any more, take it out of the list"));
    }

    /// <summary>Every component of ours goes through the frame that acts once and tells failures; two that the framework wants otherwise do nothing.</summary>
    [Fact]
    public void Components_AreFramed_SoThatActionsActOnceAndFailuresAreTold() =>
        Assert.Equal(
            ["MainLayout", "PageBoundary"],
            typeof(PortalComponent).Assembly.GetTypes()
                .Where(type => type.Namespace?.StartsWith("Motics.Support.Portal.Components", StringComparison.Ordinal) == true && type.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent)))
                .Where(type => type != typeof(PortalComponent) && !type.IsAssignableTo(typeof(PortalComponent)))
                .Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Timers_OfComponents_ComeThroughLater_SoThatNoneTakesTheCircuit() =>
        Assert.Empty(from file in Sources.Of("src/Motics.Support.Portal/Components", ".razor", ".razor.cs")
                     where file.Text.Contains("_ = InvokeAsync(", StringComparison.Ordinal)
                     select $"{file.Path}: use Later");

    /// <summary>What a page shows in English is made from values; asking the words what they mean breaks with the next wording.</summary>
    [Fact]
    public void Pages_ReadNoMeaningFromEnglish() =>
        Assert.Empty(from file in Sources.Of("src/Motics.Support.Portal/Components", ".razor", ".cs")
                     from Match match in AsksWords().Matches(file.Text)
                     select $"{file.Path}: {match.Value}");

    [Theory]
    [InlineData("""if (refusal.Why.Contains("is closed", StringComparison.Ordinal))""")]
    [InlineData("""What.Replace("this ", "", StringComparison.Ordinal)""")]
    [InlineData("""line.Title == "Key saved" ? 1 : 2""")]
    [InlineData("""text is "Note pushed" or "x y" """)]
    [InlineData("""Title.StartsWith("Reaching", StringComparison.Ordinal)""")]
    public void Pages_ThatReadMeaningFromEnglish_AreFound(string code) => Assert.Matches(AsksWords(), code);

    [Theory]
    [InlineData("""target.StartsWith("token:", StringComparison.Ordinal)""")]
    [InlineData("""change.Value switch { "true" => true }""")]
    [InlineData("""field == "scope" """)]
    [InlineData("""case "ArrowDown" when open""")]
    public void Pages_ThatReadWireNames_AreNotMeant(string code) => Assert.DoesNotMatch(AsksWords(), code);

    [Fact]
    public void Names_SayWhatThingsDo() =>
        Assert.DoesNotContain(Sources.Of("src", ".cs", ".razor").Select(file => Path.GetFileNameWithoutExtension(file.Path)), name => Vague().IsMatch(name));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceSaid();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(SELECT\s+.+?\s+FROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA\s+\w+)\b", RegexOptions.Singleline)]
    private static partial Regex Statement();

    // A CASE over what folding finds: EHR, place, state, first success, key's outcome, or whether it was migrated at all.
    [GeneratedRegex(@"\bCASE\b(?:(?!\b(END|SELECT)\b).)*?\b(\w*ehr|nookal_(region|site)|cliniko_shard|place\w*|health\w*|reconnected_at|newest_key_outcome|key_suffix\w*|migrated_at IS)\b(?:(?!\bEND\b).)*\bEND\b", RegexOptions.Singleline)]
    private static partial Regex WorksOut();

    [GeneratedRegex(@"^@inject\s", RegexOptions.Multiline)]
    private static partial Regex Injection();

    [GeneratedRegex(@"\[Inject\]")]
    private static partial Regex InjectedProperty();

    // "text[..n]", "text[2..n]", Substring, Remove, AsSpan(0, n), and a builder made shorter.
    [GeneratedRegex(@"(?<=[\w)\]])[?!]?\[(\d+)?\.\.[^\]\s]|\.Substring\(|\.Remove\(\d|\.(AsSpan|Slice)\(0,|\.Length = Math\.Min")]
    private static partial Regex Cut();

    // A literal of words: a capital and small letters, or a blank between letters. Wire names and keys have neither.
    [GeneratedRegex(@"(\.(Contains|StartsWith|EndsWith|IndexOf|Replace|Equals)\(|[=!]= ?|\bis (not )?)""(?!Arrow)([^""{]*[A-Za-z,] [^""{]*|[A-Z][a-z]+)""")]
    private static partial Regex AsksWords();

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Impl)$")]
    private static partial Regex Vague();
}
