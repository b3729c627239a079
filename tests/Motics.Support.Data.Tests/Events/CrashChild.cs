using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Tests.Events;

/// <summary>
/// The process that is killed. It is this very test program, started once more with a database to write to: it appends batch after batch and
/// says the number of each one that was answered, until it is killed.
/// </summary>
internal static class CrashChild
{
    public const string Variable = "MOTICS_TEST_CRASH_DATABASE";
    public const int BatchSize = 20;

    private const int AtOnce = 4;
    private const int MostBatches = 20_000;

    /// <summary>A batch, the same in both processes.</summary>
    public static IntegrationEvent[] Batch(int number) =>
    [
        .. Enumerable.Range(0, BatchSize).Select(index =>
        {
            var time = TemporaryDatabase.Start.AddDays(-1).AddSeconds((number * BatchSize) + index);
            return (index % 4) switch
            {
                0 => EventMaker.KeySaved(time, $"print{number % 3}", $"clinic-{number % 7}", id: $"{number}-{index}"),
                1 => EventMaker.Failure(EventType.NotePushFailed, time, $"Patient {number} not linked", $"clinic-{number % 7}", id: $"{number}-{index}"),
                _ => EventMaker.Search(time, index % 3, $"clinic-{number % 7}", id: $"{number}-{index}"),
            };
        }),
    ];

    // Before the test runner's own beginning, which a child never reaches. Other threads may run nothing of this module meanwhile, so
    // the loop stays on this one.
    [ModuleInitializer]
    internal static void RunWhenChild()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
            return;
        using var database = new Database(DatabaseOptions.SqliteFile(file));
        var store = new EventStore(database, TimeProvider.System, NullLogger<EventStore>.Instance);
        for (var number = 0; number < MostBatches; number += AtOnce)
            Append(store, number);
        Environment.Exit(0);
    }

    private static void Append(EventStore store, int first)
    {
        var answers = new Task<Outcome<AppendResult>>[AtOnce];
        for (var index = 0; index < AtOnce; index++)
            answers[index] = store.AppendAsync(Batch(first + index), CancellationToken.None);
        for (var index = 0; index < AtOnce; index++)
        {
            if (answers[index].GetAwaiter().GetResult().Done)
                Console.Out.WriteLine(first + index);
        }
    }
}
