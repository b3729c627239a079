using System.Globalization;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;
using Motics.Support.Simulator.Stories;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator;

/// <summary>All clinics of one seed and everything that befell them until one moment. The same seed, number and moment give the same bytes.</summary>
public sealed class Rehearsal
{
    /// <summary>The seed of demo data.</summary>
    public const ulong OrdinarySeed = 20261124;

    private readonly ulong seed;
    private readonly Almanac almanac;

    /// <param name="seed">Which made-up world.</param>
    /// <param name="now">When the stories end.</param>
    /// <param name="organisations">How many clinics; null for as many as demo data has.</param>
    public Rehearsal(ulong seed, DateTimeOffset now, int? organisations = null)
    {
        (this.seed, almanac) = (seed, new Almanac(now));
        Clinics = ClinicMaker.Make(seed, organisations ?? StoryBook.Organisations);
    }

    public IReadOnlyList<Clinic> Clinics { get; }

    /// <summary>When the stories end, cut to the millisecond.</summary>
    public DateTimeOffset Now => almanac.Now;

    /// <summary>The dates that the clinics share.</summary>
    public Almanac Almanac => almanac;

    private string Ending => almanac.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Everything, clinic after clinic, each in the order of time; made while it is read, so any number of clinics fits into memory.</summary>
    public IEnumerable<SimulatedEvent> Events() => Clinics.SelectMany(History);

    /// <summary>Everything that befell one clinic, in the order of time.</summary>
    public IEnumerable<SimulatedEvent> History(Clinic clinic)
    {
        var diary = new Diary(clinic, Chance.For(seed, "diary", clinic.Id, Ending), almanac);
        clinic.Story.Tell(diary);
        return diary.Events.OrderBy(one => one.Time);
    }

    /// <summary>What befalls a clinic at a later moment: its story goes on.</summary>
    /// <param name="clinic">Whose.</param>
    /// <param name="at">When.</param>
    /// <param name="chance">Shared by one run, so that two events of one millisecond are two events.</param>
    public static IReadOnlyList<SimulatedEvent> Next(Clinic clinic, DateTimeOffset at, Chance chance)
    {
        var diary = new Diary(clinic, chance, new Almanac(at));
        clinic.Story.GoOn(diary);
        return diary.Events;
    }
}
