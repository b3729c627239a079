using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Complaints;

/// <summary>Which answers of an agent are complaints: they say that something is wrong.</summary>
internal static class ComplainingAnswers
{
    /// <summary>True when this answer complains; a value that the fact cannot have says nothing.</summary>
    public static bool Complains(string fact, string value) => fact switch
    {
        FactNames.Symptom => Kebab.Parse<Symptom>(value) is not null,
        FactNames.ErrorText => FactCatalogue.Accept(FactCatalogue.Get(fact), value) is not null,
        FactNames.PatientSearch => Kebab.Parse<PatientSearch>(value) is { } search && search is not (PatientSearch.Works or PatientSearch.NotTried),
        FactNames.RetriedAfterReentry => Kebab.Parse<Retry>(value) == Retry.Fails,
        FactNames.KeyAccess => Kebab.Parse<KeyAccess>(value) is KeyAccess.CannotSeeApiKeys or KeyAccess.AdminCannotHelp,
        _ => false,
    };

    /// <summary>
    /// True when what the events show came after a complaining answer and answers it: then the newer counts, and the answer is kept beside it. One
    /// missing patient is never answered: that others are found says nothing of that one.
    /// </summary>
    public static bool IsAnswered(string fact, KnownFact said, KnownFact shown) => shown.At > said.At && (fact, said.Value, shown.Value) switch
    {
        (FactNames.RetriedAfterReentry, "fails", "works") => true,
        (FactNames.PatientSearch, "none-recognised", "works") => true,
        (FactNames.KeyAccess, "cannot-see-api-keys" or "admin-cannot-help", "has-key") => true,
        _ => false,
    };
}
