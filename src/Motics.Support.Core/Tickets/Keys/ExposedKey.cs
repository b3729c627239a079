using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tickets.Keys;

/// <summary>Where in a ticket a key was found.</summary>
public enum ExposedIn { Answer, Note, Subject, Reporter, Link, FileName, Reply, Escalation, Closing, Typed }

/// <summary>
/// What looks like a key was pasted or sent: it was masked, and the clinic has to replace it all the same. It stays with the ticket, whatever becomes of
/// the text, until the events show a key that was never saved before.
/// </summary>
/// <param name="At">When, the last time.</param>
/// <param name="In">In what, the last time.</param>
/// <param name="By">Who gave that text.</param>
public sealed record ExposedKey(DateTimeOffset At, ExposedIn In, Person By)
{
    /// <summary>False once a key was saved after it whose fingerprint had not been seen before: entering the old one again replaces nothing.</summary>
    /// <param name="history">Newest first.</param>
    public bool Stands(IReadOnlyList<KeyEntry> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        for (var index = 0; index < history.Count && history[index].SavedAt > At; index++)
        {
            if (!history.Skip(index + 1).Any(before => before.Fingerprint == history[index].Fingerprint))
            {
                return false;
            }
        }

        return true;
    }
}
