using System.Text.Json.Serialization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Tickets.Changes;

namespace Motics.Support.Core.Tickets;

/// <summary>Somebody who works here, as a ticket remembers them. Remembered by value, so a name read later is the name of that day.</summary>
/// <param name="Id">As in <see cref="Actor.Id"/>.</param>
/// <param name="Name">What colleagues read.</param>
public sealed record Person(string Id, string Name)
{
    /// <summary>A token or the console itself: acts, but gets no tickets.</summary>
    [JsonIgnore]
    public bool IsProgram => Id == Actor.System.Id || Id.StartsWith("token:", StringComparison.Ordinal);

    /// <summary>What an id must be, as a sentence for callers.</summary>
    public static string WantedId { get; } = $"Must be the id of a person (a program gets no tickets), 1 to {TicketAssignment.IdLength} characters, or null for nobody.";

    /// <summary>True for what can be the id of somebody, seen before or not.</summary>
    public static bool CanBeId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length is > 0 and <= TicketAssignment.IdLength && !id.Any(char.IsControl) && !TextMask.Mask(id).HeldKey;
    }

    /// <summary>The person behind an actor.</summary>
    public static Person Of(Actor actor) => new(actor.Id, actor.Name);
}
