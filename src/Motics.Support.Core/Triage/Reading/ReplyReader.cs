using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Reads what replies are put together from; every verdict needs an opening.</summary>
internal sealed class ReplyReader(TextCheck texts, MistakeList mistakes)
{
    public ReplyBlocks Read(YamlNode? node)
    {
        var map = new MapReader(node, "“reply”", mistakes);
        var blocks = new ReplyBlocks
        {
            Greeting = texts.Reply(map, "greeting"),
            InClinic = texts.Reply(map, "in-clinic"),
            SaveFirst = texts.Reply(map, "save-first"),
            NothingDeleted = texts.Reply(map, "nothing-deleted"),
            DoNotRecreate = texts.Reply(map, "do-not-recreate"),
            RoleCannot = texts.Reply(map, "role-cannot"),
            RoleUnknown = texts.Reply(map, "role-unknown"),
            StepsIntro = texts.Reply(map, "steps-intro"),
            QuestionsIntro = texts.Reply(map, "questions-intro"),
            NeverSendKey = texts.Reply(map, "never-send-key"),
            AfterEngineers = texts.OptionalReply(map, "after-engineers"),
            EngineersAsk = texts.OptionalReply(map, "engineers-ask"),
            Closing = texts.Reply(map, "closing"),
            Openings = Openings(new MapReader(map.Require("openings"), "“openings”", mistakes)),
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
}
