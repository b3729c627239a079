using System.Collections.Concurrent;
using System.Diagnostics;
using Motics.Support.Core.Events;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Benchmarks.People;

/// <summary>Events that clinics send at a steady rate, each clinic in its turn: a search that fails, marked, and one that works.</summary>
internal sealed class Stream(HttpClient sender, int clinics, int rate)
{
    private const int Steps = 10;
    private readonly string run = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<(int Clinic, int Number), long> sent = [];
    private readonly int[] numbers = new int[clinics];
    private int turn;

    /// <summary>Id of a clinic.</summary>
    public static string ClinicId(int clinic) => $"bench-{clinic:000}";

    /// <summary>Stands in the document of whoever shows the event.</summary>
    public static string Mark(int clinic) => $"seen.{clinic:000}.";

    /// <summary>When it was sent, by <see cref="Stopwatch"/>.</summary>
    public long SentAt(int clinic, int number) => sent[(clinic, number)];

    /// <summary>The newest marked event of a clinic; 0 before the first.</summary>
    public int Newest(int clinic) => Volatile.Read(ref numbers[clinic]);

    /// <summary>Sends until cancelled; gives back how many events were sent.</summary>
    public async Task<long> RunAsync(CancellationToken until)
    {
        long total = 0;
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Steps));
        try
        {
            while (await pace.WaitForNextTickAsync(until))
            {
                SimulatedEvent[] batch = [.. Enumerable.Range(0, rate / Steps).Select(_ => NextEvent())];
                await HttpBench.PostAsync(sender, SimulatedEvent.ToJson(batch));
                total += batch.Length;
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
        return total;
    }

    private SimulatedEvent NextEvent()
    {
        var (clinic, works) = (turn / 2 % clinics, turn++ % 2 == 1);
        var id = $"{run}-{turn}";
        if (works)
            return new SimulatedEvent(id, EventType.PatientSearchCompleted, DateTimeOffset.UtcNow, ClinicId(clinic), new EventData { Ehr = Core.Organisations.Ehr.Cliniko, ResultCount = 3 });
        var number = numbers[clinic] + 1;
        sent[(clinic, number)] = Stopwatch.GetTimestamp();
        Volatile.Write(ref numbers[clinic], number);
        return new SimulatedEvent(id, EventType.PatientSearchFailed, DateTimeOffset.UtcNow, ClinicId(clinic), new EventData
        {
            Ehr = Core.Organisations.Ehr.Cliniko,
            Error = new ErrorData { Code = "unauthorized", HttpStatus = 401, Message = "Cliniko answered 401 Unauthorized", CorrelationId = $"{Mark(clinic)}{number}." },
        });
    }
}
