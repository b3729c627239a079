using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Motics.Support.Core;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Simulator.Clinics;

namespace Motics.Support.Portal.Tests.Architecture;

/// <summary>An EHR is added by its name and its profile; the compiler asks for the profile, and what only data can say is listed here (contributing.md, "Adding an EHR").</summary>
public sealed partial class NewEhrTests
{
    private const string Table = "src/Motics.Support.Core/Organisations/Providers/Ehrs.cs";
    private const string Playbook = "src/Motics.Support.Core/Triage/playbook.yaml";

    // What stands in for a key of each EHR that has keys; made here, so that nothing in the tree looks like one.
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["cliniko"] = $"MS0x{string.Concat(Enumerable.Repeat("Q7w", 14))}-uk1",
        ["nookal"] = $"{string.Concat(Enumerable.Repeat("3F9c", 2))}-B0a1-4e7D-91c2-{string.Concat(Enumerable.Repeat("7dE2", 3))}",
    };

    [Fact]
    public async Task Compiler_OfAnEhrWithoutProfile_AsksForItInOnePlaceAndNoOther()
    {
        using var core = new PretendCore();
        Assert.Equal(["Ehrs.cs: CS8509"], await core.BuildAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task EhrWithProfile_IsKnownByItsName_AndThePlaybookSaysWhatItLacks()
    {
        using var pretend = new PretendCore();
        pretend.Change(Table, "        Ehr.None => NoEhr,\n", "        Ehr.None => NoEhr,\n        Ehr.Pretend => new() { Name = \"Pretend\", Access = EhrAccess.Key },\n");
        Assert.Empty(await pretend.BuildAsync(TestContext.Current.CancellationToken));

        var context = new AssemblyLoadContext("pretend", isCollectible: true);
        try
        {
            var core = context.LoadFromAssemblyPath(pretend.Built);
            Assert.Equal("Pretend", Call(core, "Triage.Facts.FactValueLabels", "Of", "ehr", "pretend"));
            var playbook = core.GetType("Motics.Support.Core.Triage.PlaybookLoader")!.GetProperty("Embedded")!;
            var lacking = Assert.Throws<TargetInvocationException>(() => playbook.GetValue(null)).InnerException!.Message;
            Assert.EndsWith("The question for ehr has no option for pretend.", lacking, StringComparison.Ordinal);
        }
        finally
        {
            context.Unload();
        }
    }

    public static TheoryData<Ehr> Real => new(Enum.GetValues<Ehr>().Where(ehr => ehr != Ehr.None));

    [Theory]
    [MemberData(nameof(Real))]
    public void Data_KnowsEveryRealEhr(Ehr ehr) => Assert.Empty(Unknown(Kebab.Name(ehr), ehr.Profile().Access));

    [Fact]
    public void Data_OfAnEhrThatNobodyDescribed_IsListedWithTheFileToTouch() => Assert.Equal(
        [
            $"{Playbook}: placeholders, ehr: no name for it",
            $"{Playbook}: questions, ehr: no option for it",
            $"{Playbook}: rules: no steps of its own",
            "src/Motics.Support.Core/Masking: no key of it is known to be masked (a sample stands in this test)",
            "src/Motics.Support.Simulator/Clinics/Home.cs: no clinic of the demo uses it",
        ],
        Unknown("pretend", EhrAccess.Key));

    /// <summary>Whoever names an EHR works out again what its profile says.</summary>
    [Fact]
    public void Source_NamesNoEhr_ButInItsProfileAndInTheDemo() =>
        Assert.Empty(from file in Sources.Of("src", ".cs", ".razor")
                     where file.Path != Table && !file.Path.StartsWith("src/Motics.Support.Simulator/", StringComparison.Ordinal)
                     from Match match in Named().Matches(file.Text)
                     select $"{file.Path}: {match.Value}");

    private static IEnumerable<string> Unknown(string name, EhrAccess access)
    {
        var playbook = File.ReadAllText(Path.Combine(Sources.Root, Playbook));
        var placeholder = Regex.Match(playbook, @"^placeholders:\n  ehr:\n(?:    .*\n)*?    values: \{(.*)\}$", RegexOptions.Multiline).Groups[1].Value;
        if (!Regex.IsMatch(placeholder, $@"\b{name}:"))
            yield return $"{Playbook}: placeholders, ehr: no name for it";
        var question = Regex.Match(playbook, @"^  - fact: ehr\n(?:    .*\n)*", RegexOptions.Multiline).Value;
        if (!question.Contains($"value: {name},", StringComparison.Ordinal))
            yield return $"{Playbook}: questions, ehr: no option for it";
        if (!Regex.IsMatch(playbook, $@"- \{{ list: [\w-]+, when: \{{ ehr: {name} \}} \}}"))
            yield return $"{Playbook}: rules: no steps of its own";
        if (access == EhrAccess.Key && !(Keys.TryGetValue(name, out var key) && TextMask.Mask($"it says {key} here").HeldKey))
            yield return "src/Motics.Support.Core/Masking: no key of it is known to be masked (a sample stands in this test)";
        if (!Homes().Any(home => Kebab.Name(home.Ehr) == name))
            yield return "src/Motics.Support.Simulator/Clinics/Home.cs: no clinic of the demo uses it";
    }

    private static IEnumerable<Home> Homes() =>
        typeof(Homes).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)).OfType<IEnumerable<Home>>().SelectMany(homes => homes);

    private static object? Call(Assembly core, string type, string method, params object[] arguments) =>
        core.GetType($"Motics.Support.Core.{type}", throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments);

    [GeneratedRegex(@"\bEhr\.(Cliniko|Nookal|Meddbase|Semble)\b")]
    private static partial Regex Named();
}
