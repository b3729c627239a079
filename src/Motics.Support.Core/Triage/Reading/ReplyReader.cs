using Motics.Support.Core.Triage.Replies;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads what replies are put together from; every verdict needs an opening.</summary>
internal sealed class ReplyReader(TextCheck texts, MistakeList mistakes)
{
    private static readonly string[] Proving = ["patient-search", "note-push", "verify"];

    /// <param name="node">The section.</param>
    /// <param name="stepLists">Ids of the lists that short replies can have words for.</param>
    public ReplyBlocks Read(YamlNode? node, IReadOnlyCollection<string> stepLists)
    {
        var map = new MapReader(node, "“reply”", mistakes);
        var blocks = new ReplyBlocks
        {
            Greeting = texts.Reply(map, "greeting"),
            GreetingNamed = texts.OptionalGreeting(map, "greeting-named"),
            GreetingFirst = texts.OptionalReply(map, "greeting-first"),
            GreetingFirstNamed = texts.OptionalGreeting(map, "greeting-first-named"),
            InClinic = texts.Reply(map, "in-clinic"),
            WayOut = texts.OptionalReply(map, "way-out"),
            WayOutName = texts.OptionalReply(map, "way-out-name"),
            ExposedKeyLater = texts.OptionalReply(map, "exposed-key-later"),
            SaveFirst = texts.Reply(map, "save-first"),
            NothingDeleted = texts.Reply(map, "nothing-deleted"),
            DoNotRecreate = texts.Reply(map, "do-not-recreate"),
            RoleCannot = texts.Reply(map, "role-cannot"),
            RoleUnknown = texts.Reply(map, "role-unknown"),
            AfterMove = texts.OptionalReply(map, "after-move"),
            SwitchedOff = texts.OptionalReply(map, "switched-off"),
            StepsIntro = texts.Reply(map, "steps-intro"),
            QuestionsIntro = texts.Reply(map, "questions-intro"),
            NeverSendKey = texts.Reply(map, "never-send-key"),
            WithEngineers = texts.OptionalReply(map, "with-engineers"),
            AfterEngineers = texts.OptionalReply(map, "after-engineers"),
            EngineersAsk = texts.OptionalReply(map, "engineers-ask"),
            Proven = Some(map.Find("proven"), "proven", Proving),
            NothingLeft = texts.OptionalReply(map, "nothing-left"),
            Closing = texts.Reply(map, "closing"),
            Openings = Openings(new MapReader(map.Require("openings"), "“openings”", mistakes)),
            Short = Short(new MapReader(map.Find("short") ?? new YamlMappingNode(), "“short”", mistakes), stepLists),
        };
        map.RefuseOthers();
        return blocks;
    }

    private Dictionary<Verdict, string> Openings(MapReader map)
    {
        var openings = Enum.GetValues<Verdict>().ToDictionary(verdict => verdict, verdict => texts.Reply(map, Kebab.Name(verdict)));
        map.RefuseOthers();
        return openings;
    }

    private ShortBlocks Short(MapReader map, IReadOnlyCollection<string> stepLists)
    {
        var blocks = new ShortBlocks
        {
            InClinic = texts.OptionalReply(map, "in-clinic"),
            WayOut = texts.OptionalReply(map, "way-out"),
            SaveFirst = texts.OptionalReply(map, "save-first"),
            ExposedKey = texts.OptionalReply(map, "exposed-key"),
            DoNotRecreate = texts.OptionalReply(map, "do-not-recreate"),
            Role = texts.OptionalReply(map, "role"),
            WithEngineers = texts.OptionalReply(map, "with-engineers"),
            NeverSendKey = texts.OptionalReply(map, "never-send-key"),
            Openings = Some(map.Find("openings"), "openings", Kebab.All<Verdict>()).ToDictionary(pair => Kebab.Parse<Verdict>(pair.Key)!.Value, pair => pair.Value),
            Steps = Some(map.Find("steps"), "steps", stepLists),
        };
        map.RefuseOthers();
        return blocks;
    }

    // Texts by name, none of which has to be there.
    private Dictionary<string, string> Some(YamlNode? node, string what, IEnumerable<string> names)
    {
        var map = new MapReader(node ?? new YamlMappingNode(), $"“{what}”", mistakes);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (texts.OptionalReply(map, name) is { } text)
                found[name] = text;
        }
        map.RefuseOthers();
        return found;
    }
}
