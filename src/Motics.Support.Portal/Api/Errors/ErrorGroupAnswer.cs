using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Api.Errors;

/// <summary>An error group as the list shows it, and who has it.</summary>
/// <param name="Organisations">How many organisations had it.</param>
/// <param name="AssigneeName">What the assignee is called; null for nobody, and for a person who never worked here.</param>
/// <param name="Version">For If-Match; it counts changes of status and assignee, not failures.</param>
/// <param name="Shares">The organisations, the most recent first, at most 200.</param>
public sealed record ErrorGroupAnswer(
    string Id, string Title, ErrorKind Kind, Ehr? Ehr, Operation Operation, long Events, int Organisations,
    DateTimeOffset FirstSeen, DateTimeOffset LastSeen, ErrorGroupStatus Status, string? Assignee, string? AssigneeName, int Version, IReadOnlyList<ErrorGroupShare> Shares)
{
    internal static ErrorGroupAnswer Of(ErrorGroupDetail detail)
    {
        var group = detail.Group;
        return new ErrorGroupAnswer(
            group.Id, group.Title, group.Kind, group.Ehr, group.Operation, group.Events, group.Organisations, group.FirstSeen, group.LastSeen, group.Status, group.Assignee, group.AssigneeName, group.Version, detail.Shares);
    }
}
