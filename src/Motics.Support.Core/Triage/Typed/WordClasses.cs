using System.Collections.Frozen;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>The classes of words that phrases name in angle brackets. An alternative of several words is written with plus signs.</summary>
internal static class WordClasses
{
    /// <summary>Words that may stand anywhere within a phrase and change nothing.</summary>
    public static readonly FrozenSet<string> Little = Set("""
        a an the our my your their his her its it this that these those there here i we you he she they me us them im ive weve were theyre its hes shes
        is are was be been being am has have had having do does did will would shall to of in on at for from into onto with by under within inside out up over across through off back down
        really just also still even currently suddenly now today again simply apparently completely totally properly actually already please correctly successfully yet ever since longer somehow keep keeps kept
        get gets getting got motics cliniko nookal ehr pms emr software system app os clinical treatment session progress soap case draft finished api
        s morning afternoon anymore own new whole entire saved stored existing so very quite
        """);

    /// <summary>Words that are near to one of the phrases and yet their own.</summary>
    public static readonly FrozenSet<string> NoSlips = Set("""
        delete deletes deleting disable disables disconnect disconnects reconnects connect connects connection connections searched matches matched patience
        funding landing leading posting pasting serves severe starts listing lifted latter letting person persons reason reasons message messages showed shoved
        creation creator created permits reader regional serviced services accepts expects reports reported expert covers closed choose others noticed
        """);

    private static readonly FrozenDictionary<string, string[][]> Classes = new Dictionary<string, string>
    {
        ["<cannot>"] = "cannot can+not could+not not+able not+possible impossible struggling+to struggle+to not+let not+letting not+allow not+allowing not+allowed+to not+manage trouble difficulty",
        ["<refuses>"] = "wont will+not would+not fail+to failing+to fails+to failed+to refuses+to refusing+to refuse+to stopped stops cannot not+let unable",
        ["<going>"] = "pushing arriving syncing sending uploading transferring exporting submitting delivering",
        ["<give>"] = "give giving gives show showing shows return returning returns bring bringing get getting produce producing find finding display displaying",
        ["<thing>"] = "date dob birth invoice invoices phone number address email details history file files record records notes note appointment appointments forms form summary consent portal booking",
        ["<system>"] = "cliniko nookal ehr motics integration integrations connection account api",
        ["<not>"] = "not never wont cannot fail fails failing failed refuse refuses refusing stopped stop stops no+longer",
        ["<no>"] = "no none zero 0 not+one not+single nil",
        ["<find>"] = "find finds finding found locate locating pull bring identify",
        ["<person>"] = "patient patients client clients name names person people customer customers pt",
        ["<patients>"] = "patients clients customers names+of+patients patients+names",
        ["<patient>"] = "patient client customer lady gentleman bloke fella man woman guy person kid child boy girl name pt",
        ["<anyone>"] = "anyone anybody any+one any+body any+person any+of single",
        ["<nobody>"] = "nobody no+one no+body",
        ["<appear>"] = "appear appears appearing appeared come+up comes+up coming+up came+up shows showing shown load loads loading display displayed displaying populate populates populating listed visible found recognised detected returned located being+recognised",
        ["<shows>"] = "show showed turn turns turning turned come comes coming came there available pop pops popping appear",
        ["<software>"] = "motics search searches searching lookup list system app software dropdown screen results cliniko nookal type types typing typed",
        ["<search>"] = "search searches searching search+bar search+box search+field patient+search lookup look+up patient+lookup",
        ["<missing>"] = "missing disappeared vanished invisible unfindable",
        ["<returns>"] = "return returns returning bring brings bringing find finds finding found give gives giving show shows showing come comes coming turn turns turning produce produces yield yields says say display displays get gets getting got",
        ["<nothing>"] = "nothing nobody no+one noone empty blank no+results no+result zero+results 0+results no+matches no+match no+patients no+patient no+clients no+names none",
        ["<noresults>"] = "no+results no+result no+matches no+match zero+results 0+results nothing nobody",
        ["<whoever>"] = "whoever whatever matter every+time everyone everybody every+name any+name anyone anybody every+patient any+patient every+search all+searches any+search every+single different+names",
        ["<one>"] = "one single particular certain specific this individual only+one just+one new same existing",
        ["<others>"] = "others other+ones everyone+else everybody+else all+else rest other+patients other+clients other+names every+other all+other anyone+else anybody+else other+people others+fine the+rest",
        ["<notes>"] = "note notes letter letters consult consults consultation consultations summary summaries documentation soaps",
        ["<push>"] = "push pushes pushing pushed",
        ["<strong>"] = "push pushes pushing pushed arrive arrives arriving arrived sync syncs syncing synced synchronise synchronising synchronised send sends sending sent upload uploads uploading uploaded transfer transfers transferring transferred export exports exporting exported land lands landing landed submit submits submitting submitted sync-ing deliver delivered",
        ["<weak>"] = "go goes going gone went get gets getting got come comes coming came make makes making made appear appears appearing appeared show shows showing showed turn turns turning save saves saving saved write writes writing written move moves moving moved carry carrying flow flowing post posts posting posted reach reaches reaching reached pull pulling pulls feed feeding copy copies copying cross crossing crosses populate populating populates import imports importing imported transmit transmitting land put putting",
        ["<dest>"] = "cliniko nookal ehr emr pms across over through record records file files it+in",
        ["<ehr>"] = "cliniko nookal ehr",
        ["<broken>"] = "failing fails failed fail failure failures broken stuck error errors not+work not+working never+works not+works crashes crashing does+nothing nothing+happens hangs",
        ["<connected>"] = "connected linked connecting hooked+up paired",
        ["<lost>"] = "lost lose losing loses dropped drops dropping gone broken broke down cut severed interrupted dead",
        ["<asks>"] = "wants asks asking asked+me asked+us tells telling told+me told+us says saying prompts prompting prompted+me prompted+us demands insists",
        ["<reconnect>"] = "reconnect reconnecting reconnection reconnected re+connect re+link relink",
        ["<fail>"] = "failed fails failing fail failure failures error errors unsuccessful rejected issue not+successful not+working did+not+work",
        ["<key>"] = "api+key api+keys key keys api+token api+code",
        ["<apikey>"] = "api+key api+keys api+token",
        ["<bad>"] = "invalid incorrect rejected unrecognised refused not+valid not+accepted not+recognised not+correct not+right revoked",
        ["<reject>"] = "rejects rejected rejecting reject refuses refused refusing refuse not+accept not+accepting not+accepts not+recognise not+recognising not+like not+take",
        ["<says>"] = "says say saying said message error errors warning banner reads reckons told tells telling popup shows showing notice notification claims insists reports reporting states complains complaining",
        ["<code>"] = "error errors status http response error+code status+code",
        ["<set>"] = "set saved entered configured provided found stored present there in+place on+file added supplied",
        ["<credentials>"] = "credentials credential creds",
        ["<disabled>"] = "disabled deactivated inactive switched+off turned+off not+enabled not+active not+activated not+switched+on not+turned+on toggled+off disable",
        ["<integration>"] = "integration integrations",
        ["<page>"] = "page pages tab tabs section sections menu option options area screen button heading link part panel tile card entry item",
        ["<seeit>"] = "see find locate view access get+to open seeing",
        ["<settings>"] = "settings setting integrations",
        ["<gone>"] = "missing gone disappeared vanished hidden invisible removed not+appearing not+showing not+show not+appear not+there not+visible not+listed not+available nowhere not+shown not+displayed not+in",
        ["<make>"] = "create creating make making generate generating get getting access accessing see seeing obtain obtaining retrieve produce issue reach view locate copy",
        ["<boss>"] = "owner owners admin admins administrator administrators manager principal director boss",
        ["<rights>"] = "access permission permissions rights authority privileges allowed authorised able",
        ["<write>"] = "write writing push pushing save saving post send create add upload",
        ["<mismatch>"] = "mismatch mismatched mismatches wrong incorrect invalid different error errors not+match not+matching not+matches not+right not+correct",
        ["<wrong>"] = "wrong incorrect invalid different mismatched",
        ["<servercode>"] = "500 502 503 504 500s",
        ["<serverfail>"] = "error errors fault failure failures",
        ["<worry>"] = "worried worry worrying worries afraid scared fear fears fearful concerned concern panic panicking panicked anxious frightened nervous frantic stressed terrified freaking",
        ["<lossword>"] = "lost lose losing loss deleted deleting wiped erased gone deletion disappeared vanished",
        ["<data>"] = "data notes sessions records record history everything anything information info files work documents consultations recordings stuff",
        ["<deleted>"] = "deleted wiped erased destroyed purged gone+for+good gone+forever gone+for+ever permanently+gone lost",
        ["<wipe>"] = "wipe wiped wipes delete deleted deletes erase erased erases remove removed lose lost destroy destroyed",
        ["<migration>"] = "migration move update upgrade switch changeover transition motics os transfer",
        ["<where>"] = "motics search list system app software dropdown screen results",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').Select(choice => choice.Split('+')).ToArray());

    /// <summary>The alternatives of a class, each of one word or several.</summary>
    public static string[][] Of(string name) => Classes[name];

    /// <summary>Every word that the phrases know, by themselves or by a class.</summary>
    public static FrozenSet<string> Vocabulary(IEnumerable<string> phrases) => phrases
        .SelectMany(phrase => phrase.Split(' '))
        .Where(part => part is not "!")
        .SelectMany(part => part[0] == '<' ? Of(part).SelectMany(choice => choice) : [part])
        .Concat(Little)
        .ToFrozenSet();

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
