using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator.Stories;

/// <summary>A key was saved again, and something is wrong with it.</summary>
internal static class KeyStories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        Failing("same-key-three-times", 4, Homes.Either, new(Health.Failing, Verdict.FixKey), SameKeyThreeTimes),
        Failing("suffix-missing", 4, Homes.ClinikoOutsideAu1, new(Health.Failing, Verdict.FixKey), SuffixMissing),
        Failing("wrong-shard", 3, Homes.ClinikoOutsideAu1, new(Health.Failing, Verdict.FixKey), WrongShard),
        Failing("both-ehrs-active", 3, Homes.Cliniko, new(Health.Failing, Verdict.FixKey), BothEhrsActive),
        Failing(
            "refused-again-and-again", 2, Homes.Cliniko,
            new(Health.Failing, Verdict.Escalate, EscalationCriterion.RepeatedError), RefusedAgainAndAgain),
        Failing(
            "still-failing-after-reentry", 3, Homes.Cliniko,
            new(Health.Failing, Verdict.Escalate, EscalationCriterion.StillFailingAfterReentry), StillFailing, ErrorKind.CredentialsNotFound),
        new()
        {
            Name = "nobody-found-after-reentry", Clinics = 2, Homes = Homes.Cliniko,
            Ending = new(Health.Unverified, Verdict.Escalate, EscalationCriterion.NoPatientsAfterReconnect),
            Tell = NobodyFoundAfterReentry, GoOn = diary => diary.Search(diary.Now, 0),
        },
    ];

    /// <summary>A story that goes on as it is: the same trouble once more.</summary>
    internal static Story Failing(
        string name, int clinics, IReadOnlyList<Home> homes, Ending ending, Action<Diary> tell, ErrorKind kind = ErrorKind.AuthenticationFailed) => new()
        {
            Name = name,
            Clinics = clinics,
            Homes = homes,
            Ending = ending,
            Tell = tell,
            GoOn = diary => diary.Fail(diary.Now, Operation.PatientSearch, Troubles.Of(kind, diary)),
        };

    /// <summary>Three entries, each followed by failures until the next. <paramref name="key"/> makes the key of each.</summary>
    internal static void TryKeys(Diary diary, int entries, Func<Key> key, ErrorKind kind = ErrorKind.AuthenticationFailed)
    {
        var first = 0.2 + (0.2 * diary.Chance.Unit());
        diary.Struggle(diary.Migration, diary.Along(first), Chapters.KeyKind(diary));
        for (var entry = 0; entry < entries; entry++)
        {
            var (from, until) = (first + ((1 - first) * entry / entries), first + ((1 - first) * (entry + 1) / entries));
            diary.TryInVain(diary.Along(from), diary.Along(until), key(), kind);
        }
    }

    private static void SameKeyThreeTimes(Diary diary)
    {
        diary.Begin();
        var key = Key.New(diary.Clinic, diary.Chance);
        TryKeys(diary, 3, () => key);
    }

    private static void SuffixMissing(Diary diary)
    {
        diary.Begin();
        TryKeys(diary, diary.Chance.Between(1, 2), () => Key.New(diary.Clinic, diary.Chance) with { Suffix = "" });
    }

    private static void WrongShard(Diary diary)
    {
        diary.Begin();
        var elsewhere = Homes.Cliniko.FirstOrDefault(home => home.Country == diary.Clinic.Home.Country && home.Shard != diary.Clinic.Home.Shard, Homes.Cliniko[0]);
        TryKeys(diary, 1, () => Key.New(diary.Clinic, diary.Chance) with { Suffix = elsewhere.Shard });
    }

    private static void BothEhrsActive(Diary diary)
    {
        diary.Begin();
        diary.WriteAbout(EventType.IntegrationEnabled, diary.Along(0.1), new EventData { Ehr = Ehr.Nookal });
        TryKeys(diary, 1, () => Key.New(diary.Clinic, diary.Chance));
    }

    private static void RefusedAgainAndAgain(Diary diary)
    {
        diary.Begin();
        TryKeys(diary, 2, () => Key.New(diary.Clinic, diary.Chance));
        RightNow(diary, ErrorKind.AuthenticationFailed, 5);
    }

    private static void StillFailing(Diary diary)
    {
        diary.Begin();
        TryKeys(diary, 2, () => Key.New(diary.Clinic, diary.Chance), ErrorKind.CredentialsNotFound);
    }

    private static void NobodyFoundAfterReentry(Diary diary)
    {
        diary.Begin();
        var at = diary.Along(0.4);
        diary.Struggle(diary.Migration, at, Chapters.KeyKind(diary));
        diary.SaveKey(at, Key.New(diary.Clinic, diary.Chance));
        diary.FindNobody(at, diary.Now);
    }

    /// <summary>Failures within the last day, whatever the hour: Motics tries in the background as well.</summary>
    internal static void RightNow(Diary diary, ErrorKind kind, int times)
    {
        for (var time = times; time > 0; time--)
        {
            var ago = TimeSpan.FromHours((19.0 * time / times) - diary.Chance.Unit());
            diary.Fail(diary.Now - ago, Operation.Verify, Troubles.Of(kind, diary));
        }
    }
}
