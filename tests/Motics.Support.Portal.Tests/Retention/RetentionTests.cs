using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Data;
using Motics.Support.Data.Access;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Schema;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Retention;

namespace Motics.Support.Portal.Tests.Retention;

public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly RetentionSettings Settings = new(TimeSpan.FromDays(100), TimeSpan.FromDays(10), TimeSpan.FromHours(24));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motics-retention-");
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly HeardLog _log = new();
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private EventStore Events => _services.GetRequiredService<EventStore>();

    private OrganisationStore Organisations => _services.GetRequiredService<OrganisationStore>();

    [Fact]
    public async Task Look_OldEventsAndDrafts_AreDeletedAndStateStays()
    {
        await HappenAsync("old");
        await _services.GetRequiredService<DraftStore>().SaveAsync("alex", "note", "begun", Cancel);
        _clock.Advance(TimeSpan.FromDays(101));
        await HappenAsync("new");

        Assert.True(await Node().LookAsync(Cancel));

        var timeline = (await Organisations.TimelineAsync("harbour", new TimelineQuery([], null, null), Cancel)).Value!;
        Assert.Single(timeline.Items);
        Assert.NotNull((await Organisations.FindAsync("harbour", Cancel))!.LastSuccessAt);
        Assert.Null(await _services.GetRequiredService<DraftStore>().FindAsync("alex", "note", Cancel));
        Assert.Contains(_log.Lines, line => line.StartsWith("Retention: deleted 1 events received before 2026-11-25 09:00 UTC and 1 drafts", StringComparison.Ordinal));
        Assert.Single((await Events.AppendAsync([Search("old", Start)], Cancel)).Value!.Duplicates);
    }

    [Fact]
    public async Task Look_OnTwoNodes_OneWorksOncePerInterval()
    {
        var (first, second) = (Node(), Node());

        Assert.Equal((true, false, false), (await first.LookAsync(Cancel), await second.LookAsync(Cancel), await first.LookAsync(Cancel)));
        _clock.Advance(Settings.Interval - TimeSpan.FromMinutes(1));
        Assert.Equal((false, false), (await first.LookAsync(Cancel), await second.LookAsync(Cancel)));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((true, false), (await second.LookAsync(Cancel), await first.LookAsync(Cancel)));
    }

    [Fact]
    public async Task Look_DayAfterDay_LooksAtIdentitiesOnceInFourWeeks()
    {
        var (first, second) = (Node(), Node());
        for (var day = 0; day < 29; day++)
        {
            Assert.True(await (day % 2 == 0 ? first : second).LookAsync(Cancel));
            _clock.Advance(Settings.Interval);
        }

        Assert.Equal(2, _log.Lines.Count(line => line.StartsWith("Retention: looked at the identities", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Look_LongAfter_ForgetsIdentities()
    {
        await HappenAsync("old");
        _clock.Advance(TimeSpan.FromDays(401));

        Assert.True(await Node().LookAsync(Cancel));

        Assert.Empty((await Events.AppendAsync([Search("old", Start)], Cancel)).Value!.Duplicates);
    }

    [Fact]
    public async Task Look_ThatFails_GivesTheLeaseBack()
    {
        // Stopped at the end of the work: the log is written while the lease is held.
        _log.Heard = line => _ = line.StartsWith("Retention:", StringComparison.Ordinal) ? throw new OperationCanceledException() : line;
        await Assert.ThrowsAnyAsync<Exception>(() => Node().LookAsync(Cancel));
        _log.Heard = _ => { };

        Assert.True(await Node().LookAsync(Cancel));
    }

    [Fact]
    public async Task Service_AsTimePasses_DeletesWithoutBeingAsked()
    {
        await HappenAsync("old");
        _clock.Advance(TimeSpan.FromDays(101));
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _log.Heard = line => _ = line.StartsWith("Retention: deleted", StringComparison.Ordinal) && heard.TrySetResult();
        using var service = new RetentionService(Node(), _clock, new Logger<RetentionService>(_services.GetRequiredService<ILoggerFactory>()));
        await ((IHostedService)service).StartAsync(Cancel);

        // The timer is armed on a thread of the pool: time passes until it was.
        while (!heard.Task.IsCompleted)
        {
            _clock.Advance(RetentionService.Pace);
            await Task.Yield();
        }

        await service.StopAsync(Cancel);
        Assert.Empty((await Organisations.TimelineAsync("harbour", new TimelineQuery([], null, null), Cancel)).Value!.Items);
    }

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_log))
            .AddSingleton<TimeProvider>(_clock)
            .AddMoticsData(DatabaseOptions.SqliteFile(Path.Combine(_folder.FullName, "retention.db")))
            .BuildServiceProvider();
        Assert.True((await _services.GetRequiredService<SchemaMigrator>().MigrateAsync(Cancel)).Done);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static IntegrationEvent Search(string id, DateTimeOffset at) => new()
    {
        Id = id,
        Source = "motics-os/test",
        Type = EventType.PatientSearchCompleted,
        Time = at,
        OrganisationId = "harbour",
        Ehr = Ehr.Cliniko,
        Operation = Operation.PatientSearch,
        ResultCount = 1,
    };

    private RetentionRun Node() => ActivatorUtilities.CreateInstance<RetentionRun>(_services, Settings);

    private async Task HappenAsync(string id) => Assert.True((await Events.AppendAsync([Search(id, _clock.GetUtcNow())], Cancel)).Done);

    /// <summary>Remembers what was logged, and tells of it.</summary>
    private sealed class HeardLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public Action<string> Heard { get; set; } = _ => { };

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = formatter(state, exception);
            lock (Lines)
            {
                Lines.Add(line);
            }

            Heard(line);
        }

        public void Dispose()
        {
        }
    }
}
