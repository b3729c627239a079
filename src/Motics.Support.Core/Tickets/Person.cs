using System.Text.Json.Serialization;
using Motics.Support.Core.Access;

namespace Motics.Support.Core.Tickets;

/// <summary>Somebody who works here, as a ticket remembers them. Remembered by value, so a name read later is the name of that day.</summary>
/// <param name="Id">As in <see cref="Actor.Id"/>.</param>
/// <param name="Name">What colleagues read.</param>
public sealed record Person(string Id, string Name)
{
    /// <summary>A token or the console itself: acts, but gets no tickets.</summary>
    [JsonIgnore]
    public bool IsProgram => Id == Actor.System.Id || Id.StartsWith("token:", StringComparison.Ordinal);

    /// <summary>The person behind an actor.</summary>
    public static Person Of(Actor actor) => new(actor.Id, actor.Name);
}
