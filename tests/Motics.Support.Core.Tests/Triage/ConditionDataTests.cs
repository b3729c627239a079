using System.Text.Json;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tests.Triage;

public sealed class ConditionDataTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("wait-and-retry", """{"term":"passing-trouble"}""")]
    [InlineData("check-key-first", """{"all":[{"term":"none-recognised"},{"term":"key-not-entered-again"}]}""")]
    [InlineData("not-cliniko-or-nookal", """{"fact":"ehr","is":["meddbase","semble"]}""")]
    [InlineData("connected", """{"all":[{"case":["connected"]},{"caseWithout":["complaint"]}]}""")]
    [InlineData("need-more-information", """{"all":[]}""")]
    public void ToData_OfARule_IsItsConditionInThePlaybooksWords(string rule, string expected)
    {
        var condition = PlaybookLoader.Embedded.Rules.First(candidate => candidate.Id == rule).When;

        Assert.Equal(expected, JsonSerializer.Serialize(condition.ToData(), Options));
    }

    [Fact]
    public void ToData_OfEveryCondition_SaysExactlyOneThing()
    {
        var playbook = PlaybookLoader.Embedded;
        var conditions = playbook.Rules.Select(rule => rule.When).Concat(playbook.Terms.Select(term => term.Meaning)).Concat(playbook.Advice.SelectMany(advice => new[] { advice.When, advice.Also }).OfType<Core.Triage.Conditions.Condition>());

        Assert.All(conditions.Select(condition => condition.ToData()).SelectMany(Whole), data =>
            Assert.Single(new object?[] { data.All, data.Any, data.Not, data.Term, data.Kinds, data.KindsWithout, data.Case, data.CaseWithout, data.Fact }, part => part is not null));
        Assert.Equal(playbook.Terms.Count, playbook.Terms.Select(term => term.Name).Distinct().Count());
    }

    private static IEnumerable<ConditionData> Whole(ConditionData data) =>
        (data.All ?? []).Concat(data.Any ?? []).Concat(data.Not is { } inner ? [inner] : []).SelectMany(Whole).Prepend(data);
}
