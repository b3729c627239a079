using Motics.Support.Core;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>"AB" for "Ana Berg".</summary>
    public static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => TextCut.First(word).ToUpperInvariant()));

    /// <summary>Who else has a ticket open: "Ana has this ticket open too", "Ana, Bo and 2 more have this ticket open too".</summary>
    public static string AlsoHere(IReadOnlyList<Person> others) => others switch
    {
        [var one] => $"{one.Name} has this ticket open too",
        [var one, var another] => $"{one.Name} and {another.Name} have this ticket open too",
        [var one, var another, var third] => $"{one.Name}, {another.Name} and {third.Name} have this ticket open too",
        _ => $"{others[0].Name}, {others[1].Name} and {others.Count - 2} more have this ticket open too",
    };
}
