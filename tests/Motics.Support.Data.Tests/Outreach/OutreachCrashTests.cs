using System.Diagnostics;
using System.Runtime.CompilerServices;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Outreach;
using Motics.Support.Data.Tests.Tickets;
using Motics.Support.Data.Tickets;
using static Motics.Support.Data.Tests.Outreach.OutreachWorld;

namespace Motics.Support.Data.Tests.Outreach;

/// <summary>The process that makes the tickets is killed, at no moment that it chose.</summary>
public sealed class OutreachCrashTests
{
    private const string Variable = "MOTICS_TEST_OUTREACH_DATABASE";
    private const int Clinics = 20 * OutreachBatch.Size;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Kill_WhileTicketsAreMade_LeavesNoneHalf_AndTheRestIsMadeOnce()
    {
        await using var database = await TicketDatabase.CreateAsync();
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(Clinics - 1);
        var run = Done(await world.Desk.BeginAsync(Everybody(Clinics), Lee, Cancel)).Run;

        await RunAndKillAsync(database.File);

        var between = Done(await world.Desk.FindAsync(run.Id, Lee, Cancel));
        Assert.InRange(between.Made, OutreachBatch.Size, Clinics - 1);
        Assert.Equal((0, between.Made), (between.Made % OutreachBatch.Size, (int)await world.TicketsAsync()));

        run = Done(await world.Desk.WorkAsync(run.Id, () => true, Lee, Cancel));
        Assert.Equal((OutreachState.Done, Clinics, (long)Clinics), (run.State, run.Made, await world.TicketsAsync()));
        Assert.Equal(Clinics, await database.ScalarAsync<long>("SELECT COUNT(DISTINCT organisation_id) FROM ticket"));
        Assert.Equal(Clinics, await database.ScalarAsync<long>("SELECT MAX(number) - MIN(number) + 1 FROM ticket"));
        Assert.Equal(Clinics, await database.ScalarAsync<long>("SELECT COUNT(*) FROM audit WHERE action = 'ticket.create'"));
    }

    // Before the test runner's own beginning, as CrashChild.
    [ModuleInitializer]
    internal static void RunWhenChild()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
            return;
        using var database = new Database(DatabaseOptions.SqliteFile(file));
        var audit = new AuditTrail(database);
        using var steps = new OutreachSteps(
            new OutreachStore(database, audit, TimeProvider.System), new TicketStore(database, audit), new OrganisationStore(database, audit, TimeProvider.System), PlaybookLoader.Embedded, TimeProvider.System);
        while (steps.StepAsync(null, CancellationToken.None).GetAwaiter().GetResult())
            Console.Out.WriteLine("made");
        Environment.Exit(0);
    }

    private static async Task RunAndKillAsync(string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(OutreachCrashTests).Assembly.Location);
        start.Environment[Variable] = file;
        using var child = Process.Start(start)!;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Longest);
        await child.StandardOutput.ReadLineAsync(enough.Token);
        await child.StandardOutput.ReadLineAsync(enough.Token);
        child.Kill();
        await child.WaitForExitAsync(CancellationToken.None);
    }
}
