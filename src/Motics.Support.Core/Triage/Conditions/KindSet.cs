using Motics.Support.Core.Errors;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Conditions;

/// <summary>A set of error kinds.</summary>
internal readonly record struct KindSet(int Bits)
{
    public static readonly KindSet Empty;

    public bool IsEmpty => Bits == 0;

    public static KindSet Of(ErrorKind kind) => new(1 << (int)kind);

    public static KindSet Of(IEnumerable<ErrorKind> kinds) => kinds.Aggregate(Empty, (set, kind) => set | Of(kind));

    public bool Overlaps(KindSet other) => (Bits & other.Bits) != 0;

    public IEnumerable<ErrorKind> Members()
    {
        var bits = Bits;
        return Enum.GetValues<ErrorKind>().Where(kind => (bits & (1 << (int)kind)) != 0);
    }

    public static KindSet operator |(KindSet left, KindSet right) => new(left.Bits | right.Bits);
}

/// <summary>Which error kind a symptom stands for (<c>triage.md</c>): the five key symptoms and three more; the others for none.</summary>
internal static class SymptomKinds
{
    public static KindSet Of(Symptom symptom) => symptom switch
    {
        Symptom.Disconnected => KindSet.Of(ErrorKind.Disconnected),
        Symptom.AuthenticationFailed => KindSet.Of(ErrorKind.AuthenticationFailed),
        Symptom.MissingApiKey => KindSet.Of(ErrorKind.MissingApiKey),
        Symptom.CredentialsNotFound => KindSet.Of(ErrorKind.CredentialsNotFound),
        Symptom.IntegrationDisabled => KindSet.Of(ErrorKind.IntegrationDisabled),
        Symptom.PermissionError => KindSet.Of(ErrorKind.PermissionDenied),
        Symptom.RegionError => KindSet.Of(ErrorKind.RegionMismatch),
        Symptom.ServerError => KindSet.Of(ErrorKind.ServerError),
        Symptom.NoPatientsRecognised => KindSet.Of(ErrorKind.NoPatientsRecognised),
        _ => KindSet.Empty,
    };
}
