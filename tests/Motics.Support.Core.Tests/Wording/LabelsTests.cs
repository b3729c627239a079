using System.Reflection;
using System.Text.RegularExpressions;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tests.Wording;

public sealed partial class LabelsTests
{
    /// <summary>Enumerations that nobody reads: the program's own, or told by sentences of their own. A new one gets a label or a line here.</summary>
    private static readonly Type[] Unread =
    [
        typeof(Permission), typeof(Truth), typeof(FactType), typeof(EventType), typeof(EventReadingFailure), typeof(CursorKey), typeof(MaskedKinds), typeof(PlaceSource), typeof(OperationStatus),
        typeof(PlaceKind), typeof(EhrAccess), typeof(KeyTrait), typeof(KeyEnding), typeof(KeyOutcome), typeof(OrganisationSort), typeof(FoldChanges), typeof(ReplyForm), typeof(TicketActivityKind),
        typeof(TicketOrder), typeof(HomeErrorWhy), typeof(ErrorGroupStatus), typeof(ErrorGroupSort), typeof(ComplaintProof), typeof(EscalationState), typeof(Circumstance),
    ];

    private static readonly MethodInfo[] Tables =
        [.. typeof(Labels).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.GetParameters() is [{ ParameterType.IsEnum: true }])];

    public static TheoryData<string, string> Values => [.. from table in Tables
                                                           let values = table.GetParameters()[0].ParameterType
                                                           from value in Enum.GetNames(values)
                                                           select new TheoryDataRow<string, string>($"{table.Name} {values.Name}", value)];

    [Theory]
    [MemberData(nameof(Values))]
    public void EveryValue_HasWordsAndNoNameOfTheProgram(string table, string value)
    {
        var label = Read(table, value);

        Assert.NotEmpty(label.Trim());
        Assert.DoesNotMatch(NameOfTheProgram(), label);
    }

    [Fact]
    public void ValuesOfOneEnumeration_AreToldApart() =>
        Assert.Empty(from table in Tables
                     let values = table.GetParameters()[0].ParameterType
                     from same in Enum.GetNames(values).GroupBy(value => Read($"{table.Name} {values.Name}", value)).Where(same => same.Count() > 1)
                     select $"{values.Name}: {string.Join(", ", same)} are all “{same.Key}”");

    [Fact]
    public void EveryEnumeration_HasLabelsOrIsReadByNobody()
    {
        var known = Tables.Select(table => table.GetParameters()[0].ParameterType).ToHashSet();
        var all = typeof(Labels).Assembly.GetExportedTypes().Where(type => type.IsEnum).ToList();

        Assert.Empty(all.Except(known).Except(Unread).Select(type => type.FullName));
        Assert.Empty(Unread.Intersect(known).Select(type => type.FullName));
    }

    [Theory]
    [InlineData("Pushing notes", "pushing notes")]
    [InlineData("EHR unavailable", "EHR unavailable")]
    [InlineData("AU/NZ", "AU/NZ")]
    [InlineData("", "")]
    public void Lower_InTheMiddleOfASentence_KeepsShortForms(string label, string expected) => Assert.Equal(expected, Labels.Lower(label));

    private static string Read(string table, string value)
    {
        var method = Tables.Single(one => $"{one.Name} {one.GetParameters()[0].ParameterType.Name}" == table);
        return (string)method.Invoke(null, [Enum.Parse(method.GetParameters()[0].ParameterType, value)])!;
    }

    // needs-key, NeedsKey, needs_key
    [GeneratedRegex("[a-z][A-Z]|_|^[a-z]+(-[a-z]+)+$")]
    private static partial Regex NameOfTheProgram();
}
