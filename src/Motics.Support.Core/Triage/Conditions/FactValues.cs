using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Conditions;

/// <summary>
/// The facts of a case as numbers, so that conditions are tested without comparing texts. A fact's code is <see cref="Unknown"/>, the place of its
/// value in <see cref="FactDefinition.Values"/>, the number itself, or for the error text its <see cref="ErrorKind"/>.
/// </summary>
internal abstract class FactValues
{
    public const int Unknown = -1;

    public static readonly int Ehr = FactCatalogue.Get(FactNames.Ehr).Index;
    public static readonly int Symptom = FactCatalogue.Get(FactNames.Symptom).Index;
    public static readonly int ErrorText = FactCatalogue.Get(FactNames.ErrorText).Index;

    private static readonly int[] OnlyFor = [.. FactCatalogue.All.Select(fact => fact.OnlyFor is { } ehr ? (int)ehr : Unknown)];
    private static readonly KindSet[] OfSymptom = [.. Enum.GetValues<Symptom>().Select(SymptomKinds.Of)];

    /// <summary>The code of a fact; unknown for a fact of another EHR than the case's, and for an EHR of "none".</summary>
    public int this[int fact]
    {
        get
        {
            var ehr = OnlyFor[fact];
            if (ehr != Unknown && Raw(Ehr) != ehr)
                return Unknown;
            var code = Raw(fact);
            return fact == Ehr && code == (int)Organisations.Ehr.None ? Unknown : code;
        }
    }

    /// <summary>Nobody has said it, and it is about the case's EHR or about any.</summary>
    public bool IsOpen(FactDefinition fact) => this[fact.Index] == Unknown && (fact.OnlyFor is not { } ehr || Raw(Ehr) == (int)ehr);

    /// <summary>The kinds of the case: those of its symptom and of its error text together. Empty while neither names any.</summary>
    public KindSet Kinds => KindsOf(Symptom) | KindsOf(ErrorText);

    /// <summary>The kinds that one fact stands for.</summary>
    public KindSet KindsOf(int fact)
    {
        var code = Raw(fact);
        if (code == Unknown)
            return KindSet.Empty;
        return fact == Symptom ? OfSymptom[code] : KindSet.Of((ErrorKind)code);
    }

    /// <summary>Whether the case is in a circumstance: always known.</summary>
    public abstract bool IsIn(Circumstance circumstance);

    /// <summary>The code as given.</summary>
    protected abstract int Raw(int fact);
}
