using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Migration;
using Motics.Support.Data.Tests.Events;
using Motics.Support.Data.Tests.Organisations;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Migration;

/// <summary>Every number of the summary is the count of the list that it opens, read through its query string.</summary>
public abstract class EveryNumberContract(Engine engine) : OrganisationContract(engine)
{
    private const string OpenTicket = """
        INSERT INTO ticket (number, organisation_id, subject, status, answers, asked_again, checklist, version, created_at, created_by_id, created_by_name, updated_at, touched_at, health_when_touched)
        SELECT 5000 + COUNT(*), 'c' , 's', 'open', '{}', '[]', '{}', 1, 0, 'a', 'a', 0, 0, 'unknown' FROM ticket
        """;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(90, true)]
    [InlineData(90, false)]
    public async Task Read_EveryNumber_IsTheCountOfItsList(int organisations, bool moved)
    {
        await TellAsync(organisations, moved);

        foreach (var asked in new (string? Ehr, string? Region, string? Wave, string? From, string? To)[]
            { default, ("cliniko", null, null, null, null), (null, "uk1,none", null, null, null), (null, null, "2", null, null), (null, null, "none", null, null), (null, null, null, "2026-11-10", "2026-11-18"), ("none", null, null, null, null), ("semble", "eu", "9", null, null) })
        {
            var query = MigrationQuery.Read(asked.Ehr, asked.Region, asked.Wave, asked.From, asked.To).Value!;
            await CompareAsync(query, await new MigrationStore(Temporary.Database, Temporary.Clock).ReadAsync(query, Cancel));
        }
    }

    private async Task CompareAsync(MigrationQuery asked, MigrationSummary summary)
    {
        var wrong = new List<string>();
        async Task IsAsync(string name, int number, OrganisationQuery? query)
        {
            var read = query is null ? null : OrganisationQuery.Read(OrganisationsAsked.Parse(query.Write().Write()).Value!).Value!;
            var total = read is null ? 0 : await Store.TotalAsync(read, Cancel);
            if (total != number)
                wrong.Add($"{name}: {number}, its list {total} ({query?.Write().Write()})");
        }

        await IsAsync("moved", summary.Organisations, MigrationNumbers.Moved(asked));
        await IsAsync("all", summary.MigrationStates.Values.Sum(), MigrationNumbers.All(asked));
        await IsAsync("back", summary.Reconnected, MigrationNumbers.Back(asked, true));
        await IsAsync("not back", summary.TimeToReconnect.NotBack, MigrationNumbers.Back(asked, false));
        await IsAsync("do not work", summary.StragglerCount, MigrationNumbers.DoNotWork(asked));
        await IsAsync("silent sufferers", summary.SilentSufferers, MigrationNumbers.SilentSufferers(asked));
        await IsAsync("relapsed", summary.Relapsed, MigrationNumbers.Relapsed(asked));
        foreach (var (state, number) in summary.MigrationStates)
            await IsAsync($"{state}", number, MigrationNumbers.In(asked, state));
        foreach (var (health, number) in summary.States)
            await IsAsync($"{health}", number, MigrationNumbers.InHealth(asked, health));
        foreach (var place in summary.ByEhrAndRegion)
        {
            await IsAsync($"{place.Ehr} {place.Region}", place.Organisations, MigrationNumbers.AtPlace(MigrationNumbers.Moved(asked), place.Ehr, place.Region));
            await IsAsync($"{place.Ehr} {place.Region} back", place.Reconnected, MigrationNumbers.AtPlace(MigrationNumbers.Back(asked, true), place.Ehr, place.Region));
        }
        foreach (var wave in summary.ByWave)
        {
            Assert.Equal(wave.Organisations, wave.MigrationStates.Values.Sum());
            foreach (var (state, number) in wave.MigrationStates)
                await IsAsync($"wave {wave.Wave} {state}", number, MigrationNumbers.OfWave(MigrationNumbers.In(asked, state), wave.Wave));
        }
        foreach (var place in summary.ByPlace)
        {
            Assert.Equal(place.Organisations, place.MigrationStates.Values.Sum());
            foreach (var (state, number) in place.MigrationStates)
                await IsAsync($"{place.Ehr} {place.Place} {state}", number, MigrationNumbers.AtPlace(MigrationNumbers.In(asked, state), place.Ehr, place.Place));
        }
        foreach (var reason in summary.Reasons)
        {
            await IsAsync($"for {reason.Reason}", reason.Organisations, MigrationNumbers.For(asked, reason.Reason));
            await IsAsync($"for {reason.Reason} alone", reason.WithoutTicket, MigrationNumbers.WithoutTicket(MigrationNumbers.For(asked, reason.Reason)));
        }
        foreach (var bar in summary.TimeToReconnect.Histogram)
            await IsAsync($"took {bar.Took}", bar.Organisations, MigrationNumbers.Took(asked, bar.Took));
        foreach (var day in summary.ByDay)
        {
            await IsAsync($"{day.Day} moved", day.Migrated, MigrationNumbers.MovedOn(asked, day.Day));
            await IsAsync($"{day.Day} back", day.Reconnected, MigrationNumbers.BackOn(asked, day.Day));
            await IsAsync($"{day.Day} out", day.Waiting, MigrationNumbers.OutOn(asked, day.Day));
        }
        foreach (var wave in summary.Comeback)
            await IsAsync($"comeback {wave.Wave}", wave.Organisations, MigrationNumbers.OfWave(MigrationNumbers.Moved(asked), wave.Wave));

        Assert.Empty(wrong);
        Assert.Equal(summary.Organisations, summary.TimeToReconnect.NotBack + summary.TimeToReconnect.Histogram.Sum(bar => bar.Organisations));
        Assert.Equal(summary.StragglerCount, summary.Reasons.Sum(reason => reason.Organisations));
    }

    private async Task TellAsync(int organisations, bool moved)
    {
        var random = new Random(7);
        var events = Enumerable.Range(0, organisations).SelectMany(number => Tell($"c{number}", random, moved)).ToList();
        await using var store = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        Assert.True((await store.AppendAsync([.. events.Select((happened, index) => happened with { Id = $"e{index}" })], Cancel)).Done);
        await new IncidentStore(Temporary.Database, Temporary.Clock).SaveAsync(
            new Incident("i1", Ehr.Cliniko, "uk1", IncidentStatus.Confirmed, Start.AddDays(-3), null, "Many fail."), Cancel);
        for (var number = 0; number < organisations; number += 3)
            await Temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(OpenTicket.Replace("'c'", $"'c{number}'", StringComparison.Ordinal), transaction: transaction), Cancel);
    }

    private static IEnumerable<IntegrationEvent> Tell(string id, Random random, bool moved)
    {
        var ehr = random.Next(8) switch { 0 => Ehr.Semble, 1 => Ehr.None, < 4 => Ehr.Nookal, _ => Ehr.Cliniko };
        yield return Event(EventType.OrganisationUpdated, Start.AddDays(-60), id, random.Next(9) == 0 ? null : ehr) with
        {
            OrganisationName = id,
            ClinikoShard = random.Next(3) == 0 ? "uk1" : null,
            NookalRegion = random.Next(2) == 0 ? NookalRegion.Eu : null,
        };
        if (moved && random.Next(7) != 0)
            yield return Event(EventType.OrganisationMigrated, Start.AddDays(-random.Next(1, 25)).AddHours(-random.Next(20)), id) with { Wave = random.Next(5) switch { 0 => null, 1 => "none", var wave => $"{wave}" } };
        for (var count = random.Next(6); count > 0; count--)
        {
            var at = Start.AddDays(-random.Next(25)).AddMinutes(-random.Next(1400));
            yield return random.Next(8) switch
            {
                0 => KeySaved(at, "aa", id, ehr),
                1 or 2 => Event(EventType.Verified, at, id, ehr),
                3 => Events.EventMaker.Search(at, random.Next(2), id, ehr),
                4 => Event(EventType.Copied, at, id, ehr),
                5 => Event(EventType.NotePushSucceeded, at, id, ehr),
                6 => Event(EventType.IntegrationDisabled, at, id, ehr),
                _ => Failure(EventType.NotePushFailed, at, random.Next(2) == 0 ? "Authentication failed" : "Service unavailable", id, ehr),
            };
        }
    }
}

public sealed class EveryNumberOnSqlite() : EveryNumberContract(Engine.Sqlite);

public sealed class EveryNumberOnSqlServer() : EveryNumberContract(Engine.SqlServer);
