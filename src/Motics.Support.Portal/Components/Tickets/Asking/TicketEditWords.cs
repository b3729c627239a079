using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Tickets.Asking;

/// <summary>An edit in a few words, to be read when it was not kept.</summary>
public static class TicketEditWords
{
    /// <summary>"subject “No patients come up”, no reporter".</summary>
    public static string Of(TicketPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return string.Join(", ", new[] { Part("subject", patch.Subject), Part("reporter", patch.Reporter), Part("link", patch.ExternalUrl) }.OfType<string>());
    }

    private static string? Part(string name, Given<string> given) =>
        !given.IsGiven ? null : given.Value is { Length: > 0 } text ? $"{name} “{text}”" : $"no {name}";
}
