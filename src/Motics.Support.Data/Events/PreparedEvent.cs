using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Data.Events;

/// <summary>An event with everything computed that needs no database, so that the one writer is left with writing.</summary>
internal sealed class PreparedEvent(IntegrationEvent happened)
{
    private static readonly string[] Types = [.. Kebab.All<EventType>()];

    public IntegrationEvent Event { get; } = happened;

    public EventStamp Stamp { get; } = EventStamp.Of(happened);

    public long At { get; } = happened.Time.ToUnixTimeMilliseconds();

    public string Type { get; } = Types[(int)happened.Type];

    /// <summary>The EHR's name; null when the event names none.</summary>
    public string? Ehr { get; } = Kebab.Name(happened.Ehr);

    /// <summary><c>success</c>, <c>failure</c> or null.</summary>
    public string? Outcome { get; } = happened.IsSuccess ? "success" : happened.IsFailure ? "failure" : null;

    public string? ErrorKind { get; } = Kebab.Name(happened.Error?.Kind);

    public string? ErrorGroupId { get; } = ErrorGroups.IdOf(happened);

    public string Detail { get; } = EventDetail.Of(happened).Write();
}
