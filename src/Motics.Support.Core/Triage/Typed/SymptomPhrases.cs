using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>
/// How people say what they see, by symptom. A word stands for itself, a name in angle brackets for any of its class (<see cref="WordClasses"/>), <c>~</c> for up
/// to four words none of which denies, <c>$</c> for the sentence's end; little words may stand anywhere between. <c>!</c> at the beginning: nobody does it
/// ("disconnected", not "we disconnected").
/// From the help article, the facts about the EHRs, the playbook's own answers, and the words of the vendors' messages.
/// </summary>
internal static class SymptomPhrases
{
    /// <summary>By symptom.</summary>
    public static readonly (Symptom Symptom, string[] Phrases)[] All =
    [
        (Symptom.NoPatientsRecognised,
        [
            "<cannot> <find> any <person>", "<cannot> <find> <anyone>", "<cannot> <find> single <person>", "<cannot> <find> <patients>", "not <find> any <person>", "no longer <find> <patients>", "no longer <find> any <person>", "not <find> <anyone>", "not <find> <patients>", "not <find> single <person>",
            "<cannot> see any <person> ~ <where>", "<where> ~ <cannot> see any <person>", "<cannot> see <anyone> ~ <where>", "<cannot> search <anyone>", "<cannot> get any <person> <appear>",
            "not recognise any <person>", "not recognise <patients>", "not recognising any <person>", "not recognising <patients>", "not recognise <anyone>", "<cannot> recognise <patients>", "<cannot> recognise any <person>",
            "<no> <person> <appear>", "<no> <person> ~ found", "<no> <person> in search", "<no> <person> in <where> $", "<no> <person> results", "<no> <person> recognised", "no search results", "none ~ <patients> <appear>", "none ~ <patients> ~ <appear>", "none ~ names <appear>", "<no> <person> <shows> ~ <software>", "<software> ~ <no> <person> <shows>", "<patients> not <shows> ~ <software>", "<patients> <not> <shows> ~ <software>", "<software> ~ <patients> not <shows>", "<patients> not <shows> since <migration>", "none ~ <patients> <shows> since <migration>", "none ~ <patients> <shows> ~ <software>", "none ~ <patients> ~ <shows> ~ <software>", "<software> ~ none ~ <patients> <shows>", "<nobody> <shows> ~ <software>", "<software> ~ <nobody> <shows>", "get no <person> back", "getting no <person> back",
            "<patients> not <appear>", "<patients> cannot found", "<patients> <not> <appear>", "<nobody> <appear>", "<nobody> ~ found", "finds <nobody>", "found <nobody>", "finding <nobody>", "not single <person> <appear>",
            "all <patients> <missing>", "all <patients> gone ~ search", "all <patients> gone ~ list", "every <person> <missing>", "every <person> ~ not found", "<patients> all <missing>", "<patients> all gone ~ search",
            "<search> <returns> <nothing>", "<search> ~ <returns> <nothing>", "search ~ <returns> <no> <person>", "<returns> <no> <person> $", "search ~ not <give> any result", "searching ~ not <give> any result", "searching ~ not <give> any results", "search ~ not <give> any results", "search ~ not <give> results", "search empty", "searches empty", "search <noresults>", "every search empty", "search always empty", "search ~ empty",
            "<patients> list empty", "patient list empty", "patient list blank", "patient list completely empty", "list <patients> empty", "list <patients> blank", "patient dropdown empty", "patient results empty", "patient list shows <nothing>",
            "<noresults> ~ <whoever>", "<whoever> ~ <noresults>", "<noresults> ~ <whoever> ~ <patients>", "<patients> <noresults>", "zero patients <appear>", "no patient ~ matches", "no patients ~ matches",
        ]),
        (Symptom.OnePatientMissing,
        [
            "<cannot> <find> one <patient>", "<cannot> <find> this <patient>", "<cannot> <find> this one <patient>", "<cannot> <find> one particular <patient>", "<cannot> <find> one specific <patient>", "<cannot> <find> particular <patient>", "<cannot> <find> specific <patient>", "<cannot> <find> certain <patient>",
            "<cannot> <find> new <patient>", "<cannot> <find> only one", "<cannot> <find> just one", "<cannot> <find> <patient> ~ <others>", "not <find> one <patient>", "not <find> this <patient>", "not <find> specific <patient>", "not <find> particular <patient>", "not <find> new <patient>",
            "one <patient> <missing>", "one <patient> not <appear>", "one <patient> not <shows> ~ <software>", "one <patient> not <shows> ~ <others>", "one <patient> ~ not <shows> ~ <software>", "one <patient> cannot", "one <patient> ~ <cannot> <find>", "one <patient> ~ not <appear>", "only one <patient> ~ <missing>", "only one <patient> not", "only one <missing>", "one <patient> only ~ not", "one <patient> only ~ <missing>",
            "single <patient> <missing>", "single <patient> not <appear>", "only single <patient> not", "just single <patient>", "this <patient> not <appear>", "this <patient> <missing>", "specific <patient> not <appear>", "specific <patient> <missing>", "particular <patient> not <appear>", "particular <patient> not <shows> ~ <software>", "specific <patient> not <shows> ~ <software>", "particular <patient> <missing>", "certain <patient> not <appear>",
            "new <patient> not <appear>", "new <patient> ~ not <appear>", "new <patient> not <shows> ~ <software>", "new <patient> ~ not <shows> ~ <others>", "new <patient> <missing>", "<patient> <missing> ~ <others>", "<patient> not <appear> ~ <others>", "<patient> ~ not <appear> ~ <others>", "<patient> not <appear> <others>", "not recognise one <patient>", "not recognise this <patient>", "not recognise new <patient>",
            "only one <patient> not <find>", "just one <patient> ~ not <appear>", "just one <patient> ~ not <shows> ~ <software>", "just one <patient> <missing>", "one <patient> ~ <others>", "everyone else ~ one <patient>", "all patients ~ except one", "everyone ~ except one", "everybody ~ except one", "all except one", "all <missing> one <patient>",
        ]),
        (Symptom.NotesNotPushing,
        [
            "<notes> not <strong>", "<notes> <not> <strong>", "<notes> not <weak> <dest>", "<notes> <not> <weak> <dest>", "<notes> ~ not <strong>", "<notes> ~ <not> <strong>", "<notes> ~ not <weak> <dest>",
            "<cannot> <strong> <notes>", "<cannot> <strong> ~ <notes>", "<cannot> <weak> <notes> <dest>", "<cannot> <weak> ~ <notes> <dest>", "<refuses> <strong> <notes>", "<refuses> <strong> ~ <notes>", "! not <going> <notes>", "! not <going> ~ <notes>", "<refuses> <push> <ehr>", "! not <going> <ehr>", "<cannot> <push> <ehr>", "not one <notes> <strong>",
            "none ~ <notes> <strong>", "none ~ <notes> ~ <strong>", "none ~ <notes> <weak> <dest>", "no <notes> <strong>", "no <notes> <weak> <dest>", "nothing <strong> <ehr>", "nothing <weak> <dest>", "nothing <appear> ~ notes", "nothing <appear> <ehr>", "nothing <push>",
            "<notes> <strong> <broken>", "<notes> stuck $", "<notes> stuck motics", "<notes> stuck not", "pushed <notes> ~ not in <ehr>", "<strong> <notes> <broken>", "<push> <notes> ~ <broken>", "<push> <ehr> <broken>", "<push> <broken>", "<push> button <broken>", "<push> <fail>", "failed <push>", "fails <push>", "failing <push>", "note push <fail>", "<fail> <strong> <notes>", "error <push>", "errors <push>", "error <strong> <notes>", "error when <push> <notes>", "error when <strong> <notes>",
            "<notes> fail <strong>", "trouble <strong> <notes>", "problem <strong> <notes>", "problems <strong> <notes>", "issue <strong> <notes>", "issues <strong> <notes>", "<notes> not <weak> cliniko", "<notes> not <weak> nookal",
            "push ~ nothing <weak>", "push ~ nothing happens", "push ~ nothing <strong>", "<notes> <broken> <strong>", "<notes> never <strong>", "<notes> never <weak> <dest>",
        ]),
        (Symptom.Disconnected,
        [
            "<system> ~ disconnected", "! disconnected ~ <system>", "<says> ~ disconnected", "<system> dis connected", "<system> not <connected>", "<says> ~ not <connected>", "<system> no longer <connected>", "<says> ~ no longer <connected>", "no longer <connected> ~ <ehr>", "unlinked", "lost connection", "lost ~ connection", "lost link ~ <ehr>", "losing connection", "loses connection", "connection <lost>", "connection ~ <lost>",
            "<ehr> dropped off", "<ehr> dropped out", "<ehr> dropped $", "<ehr> dropping out", "<asks> ~ <reconnect>", "<ehr> keeps disconnecting", "keeps disconnecting", "<says> <reconnect>",
        ]),
        (Symptom.AuthenticationFailed,
        [
            "authentication <fail>", "<fail> authentication", "fail authenticate", "failed authenticate", "fails authenticate", "cannot authenticate", "could not authenticate", "not authenticate", "not authenticated", "not authenticating",
            "<key> <bad>", "<key> ~ <bad>", "invalid <key>", "incorrect <apikey>", "unrecognised <key>", "<says> ~ wrong <key>", "<says> ~ <key> wrong", "<says> ~ <key> incorrect", "<reject> <key>", "<reject> ~ <key>", "<key> ~ <reject>", "<key> <reject>",
            "401 <code>", "<code> 401", "401 unauthorised", "unauthorised", "not authorised $", "invalid credentials", "credentials <bad>", "incorrect credentials", "wrong credentials",
        ]),
        (Symptom.MissingApiKey,
        [
            "missing <apikey>", "<apikey> missing", "no <apikey> <set>", "<apikey> not <set>", "no <apikey> ~ <set>", "<says> ~ no <apikey>", "<apikey> never <set>", "<apikey> <cannot> found", "<says> <apikey> required", "<apikey> not been <set>", "<apikey> empty", "<apikey> blank",
        ]),
        (Symptom.CredentialsNotFound,
        [
            "<credentials> not <set>", "no <credentials> <set>", "<says> ~ no <credentials>", "<cannot> find <credentials>", "not find <credentials>", "<credentials> missing", "missing <credentials>", "<credentials> <cannot> found",
        ]),
        (Symptom.IntegrationDisabled,
        [
            "<integration> <disabled>", "<integration> ~ <disabled>", "<integration> off $", "<ehr> disabled", "<ehr> deactivated", "<ehr> switched off", "<ehr> turned off", "<says> disabled <integration>", "<says> <disabled>", "disabled integration message", "<says> ~ disabled",
        ]),
        (Symptom.IntegrationNotVisible,
        [
            "<cannot> <seeit> <integration>", "<cannot> <seeit> <ehr> <integration>", "not see <integration>", "not see any <integration>", "<cannot> <seeit> any <integration>", "no <integration> <page>", "no <integration> <settings>", "no <integration> in settings", "no <ehr> <settings>", "no <ehr> <page> <settings>", "no <ehr> <integration>", "no <ehr> under", "no <ehr> <page>", "no <integration> there", "no <integration> ~ settings",
            "<integration> <gone>", "<integration> <page> <gone>", "<integration> <page> ~ <gone>", "<integration> ~ gone", "settings not show <integration>", "settings not show ~ <integration>", "settings not show <ehr>", "<ehr> <gone> ~ <settings>", "<ehr> <gone> <settings>", "<ehr> not <appear> ~ <settings>", "<cannot> <seeit> <ehr> <settings>", "<cannot> <seeit> <ehr> ~ <settings>", "not see <ehr> <settings>", "not see <ehr> ~ <settings>",
            "where ~ <integration> gone", "where <integration> go", "settings ~ no <integration>", "settings ~ no <ehr>", "settings ~ <cannot> <seeit> <ehr>", "settings empty ~ <integration>", "<integration> <page> not <appear>",
        ]),
        (Symptom.KeyNotAccessible,
        [
            "<cannot> <make> <key>", "<cannot> <make> ~ <key>", "not <make> ~ <key>", "no <key> <page>", "no api keys section", "<not> see api keys", "not see <key> <page>", "<cannot> find api keys", "<cannot> find <key> <page>", "not find <key> <page>", "not find api keys",
            "not <rights> ~ <key>", "no <rights> ~ <key>", "only ~ <boss> ~ <make> ~ <key>", "only ~ <boss> ~ <key>", "<nobody> ~ <make> ~ <key>", "<cannot> get at key", "<cannot> get hold ~ <key>", "not know where ~ <key>", "not know how ~ <key>", "<key> <page> missing", "<key> <page> not <appear>", "<key> <page> greyed",
            "no way ~ <make> <key>", "<cannot> get at <key>", "not get at <key>", "api keys not <appear>", "not show api keys", "not show any api keys", "<ehr> not let add <key>", "<key> section missing",
        ]),
        (Symptom.PermissionError,
        [
            "permission error", "permissions error", "permission errors", "permissions errors", "permission denied", "permissions denied", "permission failure", "<says> ~ access denied", "access denied ~ <push>", "access denied ~ notes", "access denied ~ <ehr>", "getting access denied", "<push> ~ access denied", "<ehr> ~ access denied", "403 forbidden", "403 <code>", "<code> 403", "<says> ~ forbidden", "forbidden error",
            "not permission <write>", "no permission <write>", "not permissions <write>", "not permission ~ <write>", "<says> ~ not permission", "<says> ~ no permission", "<says> ~ not permissions", "insufficient permissions", "insufficient permission", "<says> ~ not permitted", "<says> ~ not allowed", "missing permission", "lacks permission", "not permitted <write>", "not allowed <write> notes",
        ]),
        (Symptom.RegionError,
        [
            "region <mismatch>", "region ~ <mismatch>", "<wrong> region", "error ~ region", "region ~ error", "regions not match", "regions <mismatch>", "regional error", "not right region", "not correct region", "region not match",
        ]),
        (Symptom.ServerError,
        [
            "server <serverfail>", "server ~ error", "internal error", "internal server", "<servercode> <code>", "<servercode> internal", "<servercode> server", "<code> <servercode>", "went wrong ~ server", "wrong ~ on server", "server crashed", "server side error", "error ~ server",
        ]),
        (Symptom.WorriedAboutData,
        [
            "<data> <deleted>", "<data> ~ deleted", "<data> ~ wiped", "<data> ~ erased", "<data> gone $", "<data> gone forever", "<data> gone good", "records gone", "data gone", "data loss", "lost data", "lost everything", "lost ~ data", "lost all ~ <data>", "lost notes", "lost ~ sessions", "lost ~ records", "lost ~ work", "lost ~ notes",
            "<worry> ~ <lossword>", "<worry> ~ <data>", "<migration> ~ <wipe> ~ <data>", "<migration> <wipe> <data>", "fear data lost", "everything gone $", "anything ~ lost", "everything ~ lost", "losing data", "lose data", "lose ~ data", "losing ~ notes", "lose ~ notes",
        ]),
    ];

    /// <summary>Said as the whole of a sentence.</summary>
    public static readonly (Symptom Symptom, string[] Phrases)[] Whole =
    [
        (Symptom.Other, ["something else", "something else entirely", "something different", "other", "other issue", "other problem", "none above", "none these", "none those", "none these fit", "anything else"]),
        // In the past it is what happens at the front desk.
        (Symptom.NoPatientsRecognised, ["<patients> do not show"]),
        (Symptom.OnePatientMissing, ["one <patient> missing"]),
        (Symptom.PermissionError, ["access denied"]),
        (Symptom.Disconnected, ["disconnected", "disconnected again", "not connected", "says disconnected", "no longer connected", "now disconnected"]),
        (Symptom.KeyNotAccessible, ["they cannot get at key", "cannot get at key", "key not accessible"]),
        (Symptom.WorriedAboutData, ["they fear data lost", "worried about data", "worried data"]),
    ];

    /// <summary>With these in the same sentence the symptom is not plain, whatever else stands there.</summary>
    public static readonly (Symptom Symptom, string[] Phrases)[] Guards =
    [
        (Symptom.NoPatientsRecognised, ["some <patients>", "some <person>", "certain <patients>", "few <patients>", "couple <patients>", "several <patients>", "many <patients>", "most <patients>", "two <patients>", "three <patients>", "half <patients>", "new <patients>", "old <patients>", "archived <patients>", "specific <patients>", "particular <patients>",
            "location", "locations", "site", "branch", "second clinic", "other clinic", "one clinic", "appointment", "appointments", "booking", "bookings", "booked", "waiting list", "except", "apart from", "patients cannot find", "inactive", "duplicates", "anyone to", "anyone who", "anybody who", "anybody to", "anyone from support", "<patients> <thing>", "patient <thing>", "client <thing>", "us on"]),
        (Symptom.OnePatientMissing, ["appointment", "appointments", "booking", "not one", "no show", "one location", "one site", "one clinic", "class", "group", "waiting room", "patient <thing>", "client <thing>"]),
        (Symptom.NotesNotPushing, ["email", "emailed", "emails", "e mail", "gp", "pdf", "print", "printed", "printer", "fax", "download", "downloaded", "push notification", "push notifications", "word document", "search", "searches", "searching", "template", "letterhead", "decided", "chose", "yet", "automatically", "agreed", "on purpose", "no need", "send you", "sent you", "send me", "sent me", "confidential"]),
        (Symptom.Disconnected, ["phone", "call", "wifi", "wi fi", "internet", "bluetooth", "headset", "zoom", "laptop", "ipad", "vpn", "broadband", "session not linked", "not linked to patient", "patient not linked", "not linked to a patient", "cable", "accident", "reconnect with", "yet", "any ehr", "onboarding", "told them", "told clinic", "headphones", "mouse", "monitor", "camera", "screen", "line", "skype", "teams"]),
        (Symptom.AuthenticationFailed, ["password", "passwords", "two factor", "2fa", "mfa", "otp", "email", "login", "log in", "sign in", "signing in", "logging in", "house key", "car key"]),
        (Symptom.KeyNotAccessible, ["in motics", "keyboard", "house", "door", "key worker"]),
        (Symptom.MissingApiKey, ["section", "menu", "in my cliniko", "in my nookal", "button"]),
        (Symptom.IntegrationDisabled, ["we disabled", "i disabled", "we switched", "i switched", "we turned", "i turned", "on purpose", "deliberately", "account disabled", "user disabled", "button disabled", "key disabled"]),
        (Symptom.IntegrationNotVisible, ["notes", "note", "patients", "guide", "article", "documentation", "manual", "instructions", "video", "who", "changed", "halaxy", "xero", "stripe", "zapier"]),
        (Symptom.PermissionError, ["integrations", "settings", "role", "api key", "api keys", "microphone", "camera", "login"]),
        (Symptom.WorriedAboutData, ["i deleted", "we deleted", "accidentally", "by mistake", "connection", "password", "i lost", "by accident", "interest", "requested", "request", "as agreed", "planned", "as requested", "if", "days", "policy", "gdpr", "retention", "browser", "asked whether", "asked if", "on purpose", "to save space", "weight", "track", "wallet", "phone", "keys"]),
        (Symptom.RegionError, ["body", "lumbar", "spine", "pain", "neck", "shoulder", "hip", "knee", "anatomical"]),
        (Symptom.ServerError, ["no internet", "email server", "error page", "page looks", "over", "maintenance"]),
    ];

    /// <summary>Words of which a text must have one before it is about that symptom at all.</summary>
    public static readonly (Symptom Symptom, string[] Words)[] Needs =
    [
        (Symptom.NoPatientsRecognised, ["patient", "patients", "client", "clients", "customer", "customers", "names", "search", "searches", "searching", "motics", "cliniko", "nookal", "ehr"]),
        (Symptom.OnePatientMissing, ["patient", "patients", "client", "clients", "customer", "search", "searches", "searching", "motics", "cliniko", "nookal", "ehr", "lady", "gentleman", "bloke"]),
        (Symptom.NotesNotPushing, ["note", "notes", "push", "pushes", "pushed", "pushing", "cliniko", "nookal", "ehr", "motics"]),
        (Symptom.Disconnected, ["disconnected", "disconnecting", "cliniko", "nookal", "ehr", "motics", "integration", "integrations", "says", "message", "banner", "error", "connected"]),
        (Symptom.WorriedAboutData, ["data", "notes", "sessions", "records", "history", "everything", "anything", "information", "files", "documents", "recordings"]),
    ];

    /// <summary>It is over: whatever was seen, it is not seen now.</summary>
    public static readonly string[] Over =
    [
        "works now", "working now", "work now", "works again", "working again", "fine now", "ok now", "okay now", "good now", "all good", "all fine", "all ok", "all okay", "all sorted", "is fixed", "been fixed", "got fixed", "now fixed", "fixed now", "fixed it", "sorted now", "sorted it", "resolved", "solved",
        "back to normal", "back up", "found again", "found now", "up and running", "arrive again", "arriving again", "pushing again", "pushing now", "arriving now", "connected again", "reconnected it", "have reconnected", "has reconnected", "reconnected and", "is connected", "everything works", "everything is working", "everything fine", "error is gone", "error has gone", "went away",
        "not any more", "gone away", "no longer happens", "no longer happening", "cleared up", "corrected it", "corrected now", "is over", "are over", "were over", "was over", "has passed", "no problem any more", "false alarm", "never mind", "nevermind",
    ];

    /// <summary>About something that the console's symptoms do not know.</summary>
    public static readonly string[] OffTopic =
    [
        "invoice", "invoices", "billing", "payment", "payments", "subscription", "refund", "price", "pricing", "password", "microphone", "mic", "audio", "recording", "transcription", "transcript", "transcribe", "transcribing", "calendar", "diary", "printer", "dictation", "telehealth", "headset", "bluetooth", "spelling", "webinar", "onboarding", "training", "newsletter", "trial", "gdpr", "article", "guide", "blog", "fix for", "documentation", "help page", "faq",
    ];
}
