using System.Collections.Frozen;

namespace Motics.Support.Core.Masking.People;

/// <summary>Words with a capital that are no names of people: of businesses and places, of our trade, of error messages, of the calendar.</summary>
internal static class NotNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Business = Set(
        "physio physiotherapy physiotherapist physiotherapists clinic clinics clinique centre center health healthcare medical medicine sports sport rehab rehabilitation osteopathy osteopath osteopaths osteo chiro chiropractic chiropractor podiatry pilates wellness practice practices group ltd limited pty inc gmbh "
        + "llc studio studios hospital therapy therapies therapists massage allied spine spinal hands motion body kids care surgery family street road avenue lane drive court place square terrace highway bay park beach junction hill hills heights valley springs harbour harbor point island north south east west central "
        + "upper lower mount mt lake river creek bridge gardens grove green village town city county cbd yarra new main branch site campus suite level floor unit house building company association partners specialists physicians dental");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Others = Set(
        "cliniko nookal motics os meddbase semble ehr api apis http https get post put patch delete head options json xml html sql server windows microsoft edge chrome safari firefox internet explorer android ios apple google github azure seq intercom zendesk "
        + "search searches record records not found missing id ids is are was were has have had cannot could can must should will would does do did no none null undefined the a an this that these those it its your our my their his her all any some each every other another more most many few "
        + "portal settings setting list lists name names first last date dates dob birth phone email e-mail address note notes error errors exception timeout request requests response client clients patient patients practitioner practitioners location locations organisation organisations organization user users admin owner "
        + "member observer co-owner case cases number numbers type types status state key keys token tokens password region regions shard shards appointment appointments treatment attendee attendees invoice invoices booking bookings consultation initial standard follow report reports file files data database table column "
        + "integration integrations clinical access basic space version update updates support team engineering escalation ticket tickets incident playbook reconnect migration wave account accounts business contact contacts template templates draft push sync page screen please note nookals "
        + "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today tomorrow yesterday "
        + "australia australian zealand britain british england english scotland wales ireland london sydney melbourne brisbane perth auckland wellington uk us usa eu au nz ca western eastern northern southern great united kingdom states america canada europe european queensland victoria tasmania "
        + "ok yes true false empty blank required invalid valid unknown default custom test demo example sample information information action service services system network connection open closed failed failing success works working unauthorized unauthorised forbidden bad gateway too internal create created update updated "
        + "if when then else and or but for from to of in on at by with without as into up out over under after before again also only just still yet now here there where what which who why how monthly weekly daily see try check use go add new old same both");

    /// <summary>True for a word that is none of a person.</summary>
    public static bool Has(ReadOnlySpan<char> word) => Others.Contains(word) || Business.Contains(word) || (word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) && word.Length <= 4);

    /// <summary>True for a word that makes the words before it the name of a business or a place.</summary>
    public static bool IsBusiness(ReadOnlySpan<char> word) => Business.Contains(word);

    /// <summary>True for what a field for a name holds when it holds none: "null", "is required", "can't be blank".</summary>
    public static bool IsValue(ReadOnlySpan<char> value)
    {
        var first = value.IndexOf(' ') is var blank and > 0 ? value[..blank] : value;
        return Others.Contains(first) || Business.Contains(value) || first.Contains("n't", StringComparison.OrdinalIgnoreCase) || first.Equals("can", StringComparison.OrdinalIgnoreCase);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
