using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Organisations.Lists;
using Motics.Support.Portal.Components.Organisations.Timelines;

namespace Motics.Support.Portal.Tests.Components.Organisations;

public sealed class OrganisationListTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly List<OrganisationItem> kept = [.. Enumerable.Range(0, 250).Select(Row)];
    private int reads;

    public static TheoryData<OrganisationQuery> Queries() =>
    [
        new OrganisationQuery(),
        new OrganisationQuery { Sort = OrganisationSort.Health },
        new OrganisationQuery { Sort = OrganisationSort.Health, Descending = true },
        new OrganisationQuery { Search = "möbius & söhne, 50 %" },
        new OrganisationQuery { Healths = [Health.NeedsKey, Health.Failing], Ehrs = [Ehr.Nookal], Regions = ["au-nz", "uk1"] },
        new OrganisationQuery { MigrationStates = [MigrationState.Silent, MigrationState.NeedsKey], Waves = ["2", "wave, three & more"], Reasons = ["reconnect", OrganisationQuery.NotKnown], HasTicket = false, Copying = true, Pushing = false },
        new OrganisationQuery { Reconnected = false, Took = [ReturnTime.WithinHour], From = Midnight, Before = Midnight.AddDays(1), BackOn = new(2026, 11, 3), OutOn = new(2026, 11, 4), Sort = OrganisationSort.Need, Descending = true },
        new OrganisationQuery { Migrated = false, Incident = true, Sort = OrganisationSort.Since, Descending = true },
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void List_Query_IsTheSameWhenReadBackFromItsAddress(OrganisationQuery query)
    {
        var address = OrganisationLinks.List(query);
        var asked = OrganisationsAsked.Parse(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "").Value!;

        var read = OrganisationQuery.Read(asked with { Sort = OrganisationLinks.SortIn(asked.Sort) });

        Assert.Equivalent(query, read.Value, strict: true);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Conditions_OfTheMigration_EachIsAChipThatTakesItOffAlone(OrganisationQuery query)
    {
        var conditions = OrganisationConditions.Of(query, PlaybookLoader.Embedded).ToList();

        Assert.Equal(conditions.Count > 0 || query.Sort == OrganisationSort.Need, OrganisationConditions.IsOfMigration(query));
        Assert.All(conditions, condition => Assert.NotEqual(OrganisationLinks.List(query), OrganisationLinks.List(condition.Without)));
        Assert.All(conditions, condition => Assert.Equal(conditions.Count - 1, OrganisationConditions.Of(condition.Without, PlaybookLoader.Embedded).Count()));
        Assert.Distinct(conditions.Select(condition => condition.Word));
    }

    [Fact]
    public void Conditions_AreSaidInWords() => Assert.Equal(
        ["Moved, do not work", "Wave 2", "No wave known", "A key has to be entered again", "The events do not tell", "Copying notes out", "Pushing no notes", "Moved on 2 Nov 2026", "Not back at the end of 4 Nov 2026"],
        OrganisationConditions.Of(
            new()
            {
                MigrationStates = MigrationStates.DoNotWork,
                Waves = ["2", OrganisationQuery.NotKnown],
                Reasons = ["reconnect", OrganisationQuery.NotKnown],
                Copying = true,
                Pushing = false,
                From = Midnight,
                Before = Midnight.AddDays(1),
                OutOn = new(2026, 11, 4),
            },
            PlaybookLoader.Embedded).Select(condition => condition.Word));

    [Fact]
    public void List_AsItOpens_NeedsNoOrderInItsAddress()
    {
        Assert.Equal("/organisations", OrganisationLinks.List(new OrganisationQuery { Sort = OrganisationSort.Health }));
        Assert.Equal("/organisations?sort=name", OrganisationLinks.List(new OrganisationQuery()));
        Assert.False(OrganisationLinks.IsFiltered(new OrganisationQuery { Sort = OrganisationSort.Since, Descending = true }));
        Assert.True(OrganisationLinks.IsFiltered(new OrganisationQuery { Sort = OrganisationSort.Health, Migrated = true }));
    }

    [Fact]
    public void Page_IdWithSlash_StaysOneSegment() => Assert.Equal("/organisations/a%2Fb%3Ac", Links.Organisation("a/b:c"));

    [Fact]
    public async Task EnsureAsync_RowsAlreadyRead_ReadsNothing()
    {
        var pages = Pages();
        await pages.EnsureAsync(150, TestContext.Current.CancellationToken);
        await pages.EnsureAsync(90, TestContext.Current.CancellationToken);

        Assert.Equal(2, reads);
        Assert.Equal(200, pages.Rows.Count);
    }

    [Fact]
    public async Task EnsureAsync_BeyondTheEnd_StopsAtTheLastRow()
    {
        var pages = Pages();
        await pages.EnsureAsync(10_000, TestContext.Current.CancellationToken);

        Assert.Equal(kept.Select(row => row.Id), pages.Rows.Select(row => row.Id));
        Assert.False(pages.HasMore);
    }

    [Fact]
    public async Task EnsureAsync_TwoAtOnce_ReadEachPageOnce()
    {
        var pages = Pages();
        await Task.WhenAll(pages.EnsureAsync(100, TestContext.Current.CancellationToken), pages.EnsureAsync(200, TestContext.Current.CancellationToken));

        Assert.Equal(2, reads);
        Assert.Equal(200, pages.Rows.Select(row => row.Id).Distinct().Count());
    }

    [Fact]
    public async Task Replace_NewerRow_StandsWhereTheOldOneStood()
    {
        var pages = Pages();
        await pages.EnsureAsync(100, TestContext.Current.CancellationToken);

        var differed = pages.Replace([Row(7) with { Health = Health.Connected }, Row(8), Row(200)]);

        Assert.Equal(1, differed);
        Assert.Equal(Health.Connected, pages.Rows[7].Health);
    }

    private OrganisationPages Pages() => new(new OrganisationQuery(), ReadAsync);

    private async Task<Outcome<Page<OrganisationItem>>> ReadAsync(OrganisationQuery query, CancellationToken cancellationToken)
    {
        reads++;
        await Task.Yield();
        var from = query.Cursor is null ? 0 : kept.FindIndex(row => row.Id == query.Cursor) + 1;
        var page = kept.Skip(from).Take(query.Limit!.Value).ToList();
        return new Page<OrganisationItem>(page, from + page.Count < kept.Count ? page[^1].Id : null);
    }

    private static OrganisationItem Row(int number) => new() { Id = $"o{number:0000}", Place = new(null, null), Health = Health.Failing };
}
