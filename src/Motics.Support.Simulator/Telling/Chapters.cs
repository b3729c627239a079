using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Telling;

/// <summary>Parts that many stories share.</summary>
internal static class Chapters
{
    /// <summary>The clinic joins Motics, long ago, and connects its EHR; works until its migration; is migrated.</summary>
    public static void Begin(this Diary diary, bool tellSite = true)
    {
        var joined = diary.Almanac.Start - diary.Chance.Between(TimeSpan.FromDays(3), TimeSpan.FromDays(310));
        diary.Introduce(joined, diary.Clinic.Home.Region, tellSite);
        diary.Write(EventType.IntegrationEnabled, joined.AddMinutes(2));
        diary.SaveKey(joined.AddMinutes(5), diary.Key);
        diary.Verified(joined.AddMinutes(6));
        diary.Work(diary.Almanac.Start, diary.Clinic.Story.IsMigrated ? diary.Migration : diary.Now);
        if (diary.Clinic.Story.IsMigrated)
            diary.WriteAbout(EventType.OrganisationMigrated, diary.Migration, new EventData { Wave = diary.Wave.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>Motics tells what it knows of the organisation.</summary>
    public static void Introduce(this Diary diary, DateTimeOffset at, NookalRegion? region, bool tellSite = true) =>
        diary.Write(EventType.OrganisationUpdated, at, new EventData
        {
            Name = diary.Clinic.Name,
            NookalRegion = region,
            NookalSite = tellSite ? diary.Clinic.Home.NookalSite : null,
            ClinikoShard = diary.Clinic.Home.Shard,
            TimeZone = diary.Clinic.Home.Country.TimeZone,
        });

    /// <summary>Ordinary days: patients are found, notes are pushed, now and then something hiccups.</summary>
    public static void Work(this Diary diary, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var moment in ClinicHours.Moments(diary.Clinic, diary.Chance, from, to, diary.Clinic.SessionsADay))
        {
            if (IsInPastOutage(diary, moment))
                diary.Fail(moment, Operation.PatientSearch, Troubles.Of(ErrorKind.EhrUnavailable, diary));
            else
                diary.Session(moment, to);
        }
    }

    /// <summary>One session with a patient; nothing of it happens at or after <paramref name="end"/>.</summary>
    public static void Session(this Diary diary, DateTimeOffset at, DateTimeOffset end)
    {
        if (diary.Chance.Happens(0.04))
            diary.Search(at.AddSeconds(-25), 0);
        if (diary.Chance.Happens(0.008))
            diary.Fail(at.AddSeconds(-31), Operation.PatientSearch, Troubles.Of(ErrorKind.Timeout, diary));
        diary.Search(at, diary.Chance.Between(1, 3));
        var pushed = at + diary.Chance.Between(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(48));
        if (pushed < end && diary.Chance.Happens(0.8) && !IsInPastOutage(diary, pushed))
            diary.Write(EventType.NotePushSucceeded, pushed);
    }

    /// <summary>Searches and pushes that fail, the first of them soon after <paramref name="from"/>.</summary>
    public static void Struggle(this Diary diary, DateTimeOffset from, DateTimeOffset to, ErrorKind kind, int aDay = 1)
    {
        var first = ClinicHours.Next(diary.Clinic, diary.Chance, from, to);
        foreach (var moment in Enumerable.Prepend(ClinicHours.Moments(diary.Clinic, diary.Chance, first, to, aDay), first))
            diary.Fail(moment, diary.Chance.Happens(0.6) ? Operation.PatientSearch : Operation.NotePush, Troubles.Of(kind, diary));
    }

    /// <summary>A key is saved and fails within minutes, and again until <paramref name="until"/>.</summary>
    public static void TryInVain(this Diary diary, DateTimeOffset at, DateTimeOffset until, Key key, ErrorKind kind)
    {
        diary.SaveKey(at, key);
        var retried = at + Part(diary.Chance.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(9)), until - at);
        diary.Fail(retried, Operation.PatientSearch, Troubles.Of(kind, diary));
        diary.Struggle(retried, until, kind);
    }

    /// <summary>Searches that find nobody, four of them at least.</summary>
    public static void FindNobody(this Diary diary, DateTimeOffset from, DateTimeOffset to)
    {
        for (var part = 1; part <= 4; part++)
            diary.Search(from + ((to - from) * (part / 5.0)), 0);
        foreach (var moment in ClinicHours.Moments(diary.Clinic, diary.Chance, from.AddMinutes(1), to, 2))
            diary.Search(moment, 0);
    }

    /// <summary>Notes are copied out by hand.</summary>
    public static void Copy(this Diary diary, DateTimeOffset from, DateTimeOffset to, int aDay = 1)
    {
        foreach (var moment in ClinicHours.Moments(diary.Clinic, diary.Chance, from, to, aDay))
            diary.Write(EventType.Copied, moment);
    }

    /// <summary>Trouble after the migration until a key is saved that works, at <paramref name="at"/>.</summary>
    public static void Reconnect(this Diary diary, DateTimeOffset at)
    {
        diary.Struggle(diary.Migration, at, KeyKind(diary));
        diary.Copy(diary.Migration, at);
        diary.SaveKey(at, Key.New(diary.Clinic, diary.Chance));
        diary.Verified(at.AddSeconds(20));
    }

    /// <summary>How a clinic without a key reads it: one of the wordings of the help article, the same for one clinic.</summary>
    public static ErrorKind KeyKind(Diary diary) => (diary.Clinic.Number % 4) switch
    {
        0 => ErrorKind.Disconnected,
        1 => ErrorKind.MissingApiKey,
        2 => ErrorKind.AuthenticationFailed,
        _ => ErrorKind.CredentialsNotFound,
    };

    private static bool IsInPastOutage(Diary diary, DateTimeOffset moment) =>
        diary.Clinic.Home.Shard == Homes.OnceDownShard && moment >= diary.Almanac.PastOutage.Since && moment < diary.Almanac.PastOutage.Until;

    private static TimeSpan Part(TimeSpan wanted, TimeSpan available) => wanted < available * 0.5 ? wanted : available * 0.5;
}
