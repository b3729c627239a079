using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator.Stories;

/// <summary>Who reconnected after the migration, who did not, and who is still to come.</summary>
internal static class ConnectionStories
{
    public static IReadOnlyList<Story> All { get; } =
    [
        new()
        {
            Name = "reconnected", Clinics = 155, Homes = Homes.Either, Ending = new(Health.Connected, Verdict.NeedMoreInformation),
            Tell = Reconnected, GoOn = GoOnWorking,
        },
        new()
        {
            Name = "key-never-reentered", Clinics = 14, Homes = Homes.Either, Ending = new(Health.NeedsKey, Verdict.Reconnect),
            Tell = NeverReentered, GoOn = diary => diary.Fail(diary.Now, Operation.PatientSearch, Troubles.Of(Chapters.KeyKind(diary), diary)),
        },
        new()
        {
            Name = "nobody-found", Clinics = 5, Homes = Homes.Either, Ending = new(Health.NeedsKey, Verdict.CheckKeyFirst),
            Tell = NobodyFound, GoOn = diary => diary.Search(diary.Now, 0),
        },
        new()
        {
            Name = "back-to-copying", Clinics = 6, Homes = Homes.Either, Ending = new(Health.NeedsKey, Verdict.NeedMoreInformation),
            Tell = BackToCopying, GoOn = diary => diary.Write(EventType.Copied, diary.Now),
        },
        new()
        {
            Name = "relapsed", Clinics = 4, Homes = Homes.Either, Ending = new(Health.NeedsKey, Verdict.Reconnect), NeedsTime = true,
            Tell = Relapsed, GoOn = diary => diary.Fail(diary.Now, Operation.NotePush, Troubles.Of(ErrorKind.AuthenticationFailed, diary)),
        },
        new()
        {
            Name = "key-saved-unproven", Clinics = 6, Homes = Homes.Either, Ending = new(Health.Unverified, Verdict.RetryAndConfirm),
            Tell = Unproven, GoOn = diary => diary.Write(EventType.Copied, diary.Now),
        },
        new()
        {
            Name = "not-migrated-yet", Clinics = 24, Homes = Homes.Either, Ending = new(Health.Connected, Verdict.NeedMoreInformation), IsMigrated = false,
            Tell = diary => diary.Begin(), GoOn = GoOnWorking,
        },
        new()
        {
            Name = "disabled", Clinics = 2, Homes = Homes.Either, Ending = new(Health.Disabled, Verdict.Reconnect),
            Tell = Disabled, GoOn = diary => diary.Fail(diary.Now, Operation.NotePush, Troubles.Of(ErrorKind.IntegrationDisabled, diary)),
        },
    ];

    /// <summary>A session of which everything goes well, at the diary's now.</summary>
    internal static void GoOnWorking(Diary diary)
    {
        if (diary.Chance.Happens(0.6))
            diary.Search(diary.Now, diary.Chance.Between(1, 3));
        else
            diary.Write(EventType.NotePushSucceeded, diary.Now);
    }

    /// <summary>Some clinics are quick, some take days, some have only just come to it; one in five needs a second key.</summary>
    internal static void Reconnected(Diary diary)
    {
        diary.Begin();
        var patience = diary.Chance.Unit();
        var at = diary.Chance.Happens(0.06)
            ? diary.Now - diary.Chance.Between(TimeSpan.FromHours(1), TimeSpan.FromHours(20))
            : ClinicHours.Next(diary.Clinic, diary.Chance, diary.Along(0.05 + (0.5 * patience * patience)), diary.Along(0.7));
        if (diary.Chance.Happens(0.2))
            diary.TryInVain(diary.Along(0.03), diary.Along(0.045), Key.New(diary.Clinic, diary.Chance), ErrorKind.AuthenticationFailed);
        diary.Reconnect(at);
        diary.Work(at.AddMinutes(5), diary.Now);
    }

    private static void NeverReentered(Diary diary)
    {
        diary.Begin();
        diary.Struggle(diary.Migration, diary.Now, Chapters.KeyKind(diary), aDay: 2);
        diary.Copy(diary.Along(0.1), diary.Now);
    }

    private static void NobodyFound(Diary diary)
    {
        diary.Begin();
        diary.FindNobody(diary.Migration, diary.Now);
    }

    private static void BackToCopying(Diary diary)
    {
        diary.Begin();
        diary.Copy(diary.Migration, diary.Now, aDay: 3);
        diary.Write(EventType.Copied, diary.Along(0.99));
    }

    private static void Relapsed(Diary diary)
    {
        diary.Begin();
        var again = diary.Along(0.25);
        var relapse = diary.Along(0.75 + (0.1 * diary.Chance.Unit()));
        diary.Reconnect(again);
        diary.Work(again.AddMinutes(5), relapse);
        diary.Struggle(relapse, diary.Now, ErrorKind.AuthenticationFailed, aDay: 2);
    }

    private static void Unproven(Diary diary)
    {
        diary.Begin();
        var at = diary.Now - diary.Chance.Between(TimeSpan.FromMinutes(11), TimeSpan.FromHours(7));
        diary.Struggle(diary.Migration, at, Chapters.KeyKind(diary));
        diary.SaveKey(at, Key.New(diary.Clinic, diary.Chance));
    }

    private static void Disabled(Diary diary)
    {
        diary.Begin();
        var at = diary.Along(0.1);
        diary.Write(EventType.IntegrationDisabled, at);
        diary.Struggle(at, diary.Now, ErrorKind.IntegrationDisabled);
    }
}
