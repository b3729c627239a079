using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>How a colleague is named on a page.</summary>
public static class Who
{
    /// <summary>"you" for the reader, else the name.</summary>
    public static string Of(Person person, string? myId) => person.Id == myId ? "you" : person.Name;
}
