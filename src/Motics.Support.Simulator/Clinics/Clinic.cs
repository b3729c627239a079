using Motics.Support.Core.Organisations;
using Motics.Support.Simulator.Stories;

namespace Motics.Support.Simulator.Clinics;

/// <summary>A made-up clinic and the story that its events tell.</summary>
public sealed record Clinic
{
    /// <summary>Number among the clinics of one seed, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the organisation in Motics.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Home Home { get; init; }

    public required Story Story { get; init; }

    /// <summary>Sessions on an ordinary day, 1 to 4.</summary>
    public required int SessionsADay { get; init; }

    public bool OpenOnSaturday { get; init; }

    public Ehr Ehr => Home.Ehr;

    /// <summary>What is the clinic's time at this moment.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Home.Country.Offset);
}
