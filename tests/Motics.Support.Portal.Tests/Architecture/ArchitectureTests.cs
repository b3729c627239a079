using System.Text.RegularExpressions;
using Motics.Support.Core;
using Motics.Support.Data;
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

    [Fact]
    public void Names_SayWhatThingsDo() =>
        Assert.DoesNotContain(Sources.Of("src", ".cs", ".razor").Select(file => Path.GetFileNameWithoutExtension(file.Path)), name => Vague().IsMatch(name));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(SELECT\s+.+?\s+FROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE|PRAGMA\s+\w+)\b", RegexOptions.Singleline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^@inject\s", RegexOptions.Multiline)]
    private static partial Regex Injection();

    [GeneratedRegex(@"\[Inject\]")]
    private static partial Regex InjectedProperty();

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Impl)$")]
    private static partial Regex Vague();
}
