using Motics.Support.Data;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>What people are told, and can do, about a failure that is no fault of the page; null for any other.</summary>
    public static string? Of(Exception? failure) => failure switch
    {
        DatabaseUnavailableException { MayBeKept: true } =>
            "The database went away while this was being saved, and nobody knows yet whether it was. Load the page again in a minute and look before you do it again. If it stays so, tell whoever runs Motics Support.",
        DatabaseUnavailableException =>
            "The database cannot be used at the moment: another program holds it, or its disk is full. Nothing was changed. Try again in a minute; if it stays so, tell whoever runs Motics Support.",
        _ => null,
    };
}
