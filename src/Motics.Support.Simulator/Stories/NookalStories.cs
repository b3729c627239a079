using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Simulator.Stories;

/// <summary>What only Nookal clinics run into: regions, kinds of key, and keys that are granted per location.</summary>
internal static class NookalStories
{
    private const string MainLocation = "loc-main";
    private const string NewLocation = "loc-north";

    public static IReadOnlyList<Story> All { get; } =
    [
        KeyStories.Failing("wrong-region", 5, Homes.Nookal, new(Health.Failing, Verdict.FixKey), WrongRegion, ErrorKind.RegionMismatch),
        KeyStories.Failing("region-unproven", 2, Homes.Nookal, new(Health.Failing, Verdict.VerifyKeyDetails), RegionUnproven, ErrorKind.RegionMismatch),
        KeyStories.Failing("v2-key", 3, Homes.Nookal, new(Health.Failing, Verdict.FixKey), V2Key),
        new()
        {
            Name = "v2-key-nobody-found", Clinics = 2, Homes = Homes.Nookal, Ending = new(Health.Unverified, Verdict.FixKey),
            Tell = V2KeyNobodyFound, GoOn = diary => diary.Search(diary.Now, 0),
        },
        KeyStories.Failing("key-not-enabled", 2, Homes.Nookal, new(Health.Failing, Verdict.VerifyKeyDetails), KeyNotEnabled),
        new()
        {
            Name = "one-location-missing", Clinics = 3, Homes = Homes.Nookal, Ending = new(Health.Connected, Verdict.NeedMoreInformation),
            Tell = OneLocationMissing, GoOn = diary => SearchBothLocations(diary, diary.Now),
        },
    ];

    /// <summary>The move set the region to another one, and the clinic left it so while saving its key.</summary>
    private static void WrongRegion(Diary diary)
    {
        diary.Begin();
        var wrong = diary.Clinic.Home.Region is NookalRegion.Us ? NookalRegion.AuNz : NookalRegion.Us;
        diary.Introduce(diary.Migration.AddMinutes(1), wrong);
        var kind = diary.Chance.Happens(0.5) ? ErrorKind.RegionMismatch : ErrorKind.AuthenticationFailed;
        KeyStories.TryKeys(diary, diary.Chance.Between(1, 2), () => Key.New(diary.Clinic, diary.Chance) with { Region = wrong }, kind);
    }

    /// <summary>A region error, and Motics does not know at which site the clinic signs in.</summary>
    private static void RegionUnproven(Diary diary)
    {
        diary.Begin(tellSite: false);
        KeyStories.TryKeys(diary, 1, () => Key.New(diary.Clinic, diary.Chance), ErrorKind.RegionMismatch);
    }

    private static void V2Key(Diary diary)
    {
        diary.Begin();
        KeyStories.TryKeys(diary, diary.Chance.Between(1, 2), () => OldKey(diary));
    }

    /// <summary>The old interface answers 200 whatever happens, so a client sees an empty list of patients and no failure.</summary>
    private static void V2KeyNobodyFound(Diary diary)
    {
        diary.Begin();
        var at = diary.Along(0.35);
        diary.Struggle(diary.Migration, at, Chapters.KeyKind(diary));
        diary.SaveKey(at, OldKey(diary));
        diary.FindNobody(at, diary.Now);
    }

    private static void KeyNotEnabled(Diary diary)
    {
        diary.Begin();
        KeyStories.TryKeys(diary, 1, () => Key.New(diary.Clinic, diary.Chance) with { Type = KeyType.BasicKeyV3 });
    }

    /// <summary>A key is granted per location, and the new one was not ticked. Searches at the other one work, so no event proves it.</summary>
    private static void OneLocationMissing(Diary diary)
    {
        diary.Begin();
        var at = diary.Along(0.3);
        diary.Reconnect(at);
        foreach (var moment in ClinicHours.Moments(diary.Clinic, diary.Chance, at.AddMinutes(5), diary.Now.AddMinutes(-5), 2))
            SearchBothLocations(diary, moment);
    }

    private static void SearchBothLocations(Diary diary, DateTimeOffset at)
    {
        diary.Search(at.AddSeconds(-95), 0, NewLocation);
        diary.Search(at, diary.Chance.Between(1, 2), MainLocation);
    }

    private static Key OldKey(Diary diary) => Key.New(diary.Clinic, diary.Chance) with { Type = KeyType.V2Key };
}
