using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator.Stories;

/// <summary>Not the clinic's fault: the EHR is down or slow, asks for patience, or Motics itself has a fault.</summary>
internal static class ProviderStories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        Outage("provider-outage", 14, Homes.ClinikoDown, almanac => almanac.OutageSince, ErrorKind.EhrUnavailable),
        Outage("provider-slow", 4, Homes.ClinikoSlow, almanac => almanac.SlowSince, ErrorKind.Timeout),
        new()
        {
            Name = "repeated-server-errors", Clinics = 9, Homes = Homes.Either,
            Ending = new(Health.Failing, Verdict.Escalate, EscalationCriterion.RepeatedError),
            Tell = RepeatedServerErrors, GoOn = diary => diary.Fail(diary.Now, Operation.NotePush, Troubles.SharedFault(diary)),
        },
        new()
        {
            Name = "rate-limited", Clinics = 2, Homes = Homes.Cliniko, Ending = new(Health.Failing, Verdict.WaitAndRetry),
            // Another failure would make three in a day and so another verdict: the clinic waits, as it was told to.
            Tell = RateLimited, GoOn = diary => diary.Write(EventType.Copied, diary.Now),
        },
    ];

    private static Story Outage(string name, int clinics, IReadOnlyList<Home> homes, Func<Almanac, DateTimeOffset> since, ErrorKind kind) => new()
    {
        Name = name,
        Clinics = clinics,
        Homes = homes,
        Ending = new(Health.Failing, Verdict.ProviderIncident),
        Tell = diary => FailSince(diary, since(diary.Almanac), kind),
        GoOn = diary => diary.Fail(diary.Now, Operation.PatientSearch, Troubles.Of(kind, diary)),
    };

    private static void FailSince(Diary diary, DateTimeOffset since, ErrorKind kind)
    {
        diary.Begin();
        var at = diary.Along(0.3);
        diary.Reconnect(at);
        diary.Work(at.AddMinutes(5), since);
        var failures = diary.Chance.Between(2, 5);
        for (var failure = 1; failure <= failures; failure++)
        {
            var moment = since + ((diary.Now - since) * ((failure - diary.Chance.Unit()) / failures));
            var operation = !ClinicHours.IsOpen(diary.Clinic, moment) ? Operation.Verify : failure % 2 == 0 ? Operation.NotePush : Operation.PatientSearch;
            diary.Fail(moment, operation, Troubles.Of(kind, diary));
        }
    }

    /// <summary>The key was saved again, and since then every attempt runs into the same fault of Motics.</summary>
    private static void RepeatedServerErrors(Diary diary)
    {
        diary.Begin();
        var at = diary.Along(0.5);
        diary.Struggle(diary.Migration, at, Chapters.KeyKind(diary));
        diary.SaveKey(at, Key.New(diary.Clinic, diary.Chance));
        foreach (var moment in ClinicHours.Moments(diary.Clinic, diary.Chance, at.AddMinutes(3), diary.Now, 2))
            diary.Fail(moment, Operation.NotePush, Troubles.SharedFault(diary));
        for (var hour = 17; hour > 0; hour -= 4)
            diary.Fail(diary.Now.AddHours(-hour).AddMinutes(diary.Chance.Below(50)), Operation.NotePush, Troubles.SharedFault(diary));
    }

    private static void RateLimited(Diary diary)
    {
        diary.Begin();
        var at = diary.Now.AddHours(-8);
        diary.Struggle(diary.Migration, at, Chapters.KeyKind(diary));
        diary.SaveKey(at, Key.New(diary.Clinic, diary.Chance));
        diary.Fail(at.AddMinutes(4), Operation.PatientSearch, Troubles.Of(ErrorKind.RateLimited, diary));
        diary.Fail(at.AddMinutes(31), Operation.PatientSearch, Troubles.Of(ErrorKind.RateLimited, diary));
    }
}
