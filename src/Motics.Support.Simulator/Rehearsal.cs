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

    /// <summary>Everything, clinic after clinic, each in the order of time; made while it is read, so any number of clinics fits into memory.</summary>
    public IEnumerable<SimulatedEvent> Events() => Clinics.SelectMany(History);

    /// <summary>Everything that befell one clinic, in the order of time.</summary>
    public IEnumerable<SimulatedEvent> History(Clinic clinic)
    {
        var diary = new Diary(clinic, ChanceOf(clinic, almanac.Now), almanac);
        clinic.Story.Tell(diary);
        return diary.Events.OrderBy(one => one.Time);
    }

    /// <summary>What befalls a clinic at a later moment: its story goes on.</summary>
    public IReadOnlyList<SimulatedEvent> Next(Clinic clinic, DateTimeOffset at)
    {
        var diary = new Diary(clinic, ChanceOf(clinic, at), new Almanac(at));
        clinic.Story.GoOn(diary);
        return diary.Events;
    }

    private Chance ChanceOf(Clinic clinic, DateTimeOffset at) => Chance.For(
        seed, "diary", clinic.Id, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
}
