using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator.Stories;

/// <summary>The connection works, and yet a note does not arrive or one patient is not found.</summary>
internal static class NoteStories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        new()
        {
            Name = "one-patient-missing", Clinics = 5, Homes = Homes.Either, Ending = new(Health.Connected, Verdict.NeedMoreInformation),
            Tell = OnePatientMissing, GoOn = ConnectionStories.GoOnWorking,
        },
        Refused("key-owner-no-practitioner", 4, Homes.Cliniko, Verdict.KeyOwnerCannotWriteNotes, _ => ErrorKind.PermissionDenied),
        Refused("no-clinical-notes-access", 2, Homes.Nookal, Verdict.VerifyKeyDetails, _ => ErrorKind.PermissionDenied),
        Refused(
            "note-has-no-target", 3, Homes.Either, Verdict.FixNoteTarget,
            diary => diary.Clinic.Ehr is Ehr.Nookal && diary.Clinic.Number % 2 == 0 ? ErrorKind.InvalidRequest : ErrorKind.PatientNotLinked),
    ];

    /// <summary>Patients are found, notes are refused.</summary>
    private static Story Refused(string name, int clinics, IReadOnlyList<Home> homes, Verdict verdict, Func<Diary, ErrorKind> kind) => new()
    {
        Name = name,
        Clinics = clinics,
        Homes = homes,
        Ending = new(Health.Failing, verdict),
        Tell = diary => NotesRefused(diary, kind(diary)),
        GoOn = diary => SearchThenRefuse(diary, diary.Now, kind(diary)),
    };

    private static void NotesRefused(Diary diary, ErrorKind kind)
    {
        diary.Begin();
        var at = diary.Along(0.35);
        diary.Reconnect(at);
        foreach (var moment in ClinicHours.Moments(diary.Clinic, diary.Chance, at.AddMinutes(20), diary.Along(0.97), 2))
            SearchThenRefuse(diary, moment, kind);
        SearchThenRefuse(diary, diary.Along(0.98), kind);
    }

    private static void SearchThenRefuse(Diary diary, DateTimeOffset at, ErrorKind kind)
    {
        diary.Search(at.AddMinutes(-9), diary.Chance.Between(1, 2));
        diary.Fail(at, Operation.NotePush, Troubles.Of(kind, diary));
    }

    /// <summary>Everybody is found but one, who is known to the EHR under another first name.</summary>
    private static void OnePatientMissing(Diary diary)
    {
        ConnectionStories.Reconnected(diary);
        var last = diary.Now - diary.Chance.Between(TimeSpan.FromMinutes(25), TimeSpan.FromHours(3));
        for (var again = 4; again > 0; again--)
            diary.Search(last.AddSeconds(-40 * again), 0);
        diary.Search(last, 1);
    }
}
