using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator.Stories;

/// <summary>EHRs that the migration does not ask to reconnect, and organisations of which little is known.</summary>
internal static class OtherStories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        new()
        {
            Name = "other-ehr", Clinics = 5, Homes = Homes.Others, Ending = new(Health.NotApplicable, Verdict.NotClinikoOrNookal),
            Tell = OtherEhr, GoOn = ConnectionStories.GoOnWorking,
        },
        KeyStories.Failing("other-ehr-failing", 2, Homes.Others, new(Health.NotApplicable, Verdict.NotClinikoOrNookal), OtherEhrFailing),
        new()
        {
            Name = "stub", Clinics = 2, Homes = Homes.Cliniko, Ending = new(Health.Failing, Verdict.WaitAndRetry), IsMigrated = false,
            Tell = Stub, GoOn = diary => diary.Write(EventType.Copied, diary.Now),
        },
    ];

    private static void OtherEhr(Diary diary)
    {
        diary.Begin();
        diary.Work(diary.Migration, diary.Now);
        diary.Search(diary.Along(0.5), 1);
    }

    private static void OtherEhrFailing(Diary diary)
    {
        diary.Begin();
        diary.Work(diary.Migration, diary.Along(0.6));
        diary.Struggle(diary.Along(0.6), diary.Now, ErrorKind.AuthenticationFailed, aDay: 2);
    }

    /// <summary>Events of an organisation that Motics has not told about: no name, no migration, an EHR only by implication.</summary>
    private static void Stub(Diary diary)
    {
        diary.Write(EventType.Copied, diary.Now.AddHours(-20));
        diary.Fail(diary.Now.AddHours(-3), Operation.PatientSearch, Troubles.Of(ErrorKind.Timeout, diary));
    }
}
