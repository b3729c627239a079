using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Import;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Tests.Organisations;

public abstract class OrganisationImportContract(Engine engine) : OrganisationContract(engine)
{
    private const string File = OrganisationCsv.Header + "\n"
        + "harbour,\"Harbour, Street\",nookal,us,https://app.nookal.co.uk/login,,2026-11-20T10:00:00.123Z\n"
        + "mill,Mill Lane,cliniko,,,UK1,\n"
        + "bad id,Nowhere,cliniko,,,,\n";

    [Fact]
    public async Task Import_File_MakesItsOrganisations()
    {
        Assert.Equal((2, 0, 1), Counts(await ImportAsync(File)));
        var harbour = (await Store.FindAsync("harbour", Cancel))!;
        Assert.Equal(("Harbour, Street", Ehr.Nookal, NookalRegion.Us, "app.nookal.co.uk"), (harbour.Name, harbour.Ehr, harbour.NookalRegion, harbour.NookalSite));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 10, 0, 0, 123, TimeSpan.Zero), harbour.MigratedAt);
        Assert.Equal(Health.NeedsKey, harbour.Health);
        Assert.Equal("uk1", (await Store.FindAsync("mill", Cancel))!.ClinikoShard);
        Assert.Single((await Store.ListAsync(new OrganisationQuery { Search = "mill lane" }, Cancel)).Value!.Items);
    }

    [Fact]
    public async Task Import_SameFileAgain_IsAllDuplicates()
    {
        await ImportAsync(File);
        Temporary.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 2, 1), Counts(await ImportAsync(File)));
    }

    [Fact]
    public async Task Import_OneCellChanged_ChangesThatAndLeavesEmptyOnesAlone()
    {
        await ImportAsync(File);
        Temporary.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 0, 0), Counts(await ImportAsync(OrganisationCsv.Header + "\nharbour,,,eu,,,\n")));
        var harbour = (await Store.FindAsync("harbour", Cancel))!;
        Assert.Equal(("Harbour, Street", Ehr.Nookal, NookalRegion.Eu), (harbour.Name, harbour.Ehr, harbour.NookalRegion));
        Assert.NotNull(harbour.MigratedAt);
    }

    [Fact]
    public async Task Import_DryRun_SaysTheSameAndChangesNothing()
    {
        Assert.Equal((2, 0, 1), Counts(await ImportAsync(File, dryRun: true)));
        Assert.Null(await Store.FindAsync("harbour", Cancel));
        Assert.Empty((await new AuditStore(Temporary.Database).ListAsync(new AuditQuery(), Cancel)).Value!.Items);
    }

    [Fact]
    public async Task Import_EarlierMigration_IsRejectedWithItsLine()
    {
        await ImportAsync(File);
        var outcome = await ImportAsync(OrganisationCsv.Header + "\nharbour,,,,,,2026-11-19T10:00:00Z\n");
        var line = Assert.Single(outcome.Value!.Rejected);
        Assert.Equal((2, "harbour", "migratedAt"), (line.Line, line.Id, line.Errors[0].Field));
        Assert.True(outcome.Value!.AllRejected);
    }

    [Fact]
    public async Task Import_Done_IsAudited()
    {
        await ImportAsync(File);
        var line = Assert.Single((await new AuditStore(Temporary.Database).ListAsync(new AuditQuery(Action: "organisation.import"), Cancel)).Value!.Items);
        Assert.Equal("2 new or changed, 0 known, 1 rejected", line.Entry.Detail);
    }

    [Fact]
    public async Task Import_WithoutPermission_IsDenied()
    {
        var agent = new Actor("anna", "Anna", Grants.ByRole[Grants.Agent]);
        Assert.IsType<Refusal.Denied>((await ImportAsync(File, actor: agent)).Refusal);
        Assert.Null(await Store.FindAsync("harbour", Cancel));
    }

    private static (int, int, int) Counts(Outcome<ImportAnswer> outcome) => (outcome.Value!.Accepted, outcome.Value.Duplicates, outcome.Value.Rejected.Count);

    private async Task<Outcome<ImportAnswer>> ImportAsync(string text, bool dryRun = false, Actor? actor = null)
    {
        await using var events = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        var import = new OrganisationImport(Temporary.Database, events, new AuditTrail(Temporary.Database), Temporary.Clock);
        return await import.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), dryRun, actor ?? Actor.System, Cancel);
    }
}

public sealed class OrganisationImportOnSqlite() : OrganisationImportContract(Engine.Sqlite);

public sealed class OrganisationImportOnSqlServer() : OrganisationImportContract(Engine.SqlServer);
