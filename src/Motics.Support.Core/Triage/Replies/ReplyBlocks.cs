namespace Motics.Support.Core.Triage.Replies;

/// <summary>What replies are put together from. What may be null leaves a reply without it, or with the usual words.</summary>
internal sealed record ReplyBlocks
{
    /// <summary>Where <see cref="GreetingNamed"/> and <see cref="GreetingFirstNamed"/> have the name of whom they greet.</summary>
    public const string Name = "{name}";

    /// <summary>For somebody who told us.</summary>
    public required string Greeting { get; init; }

    /// <summary>The same by name.</summary>
    public string? GreetingNamed { get; init; }

    /// <summary>For a clinic that we write to first.</summary>
    public string? GreetingFirst { get; init; }

    /// <summary>The same by name.</summary>
    public string? GreetingFirstNamed { get; init; }

    /// <summary>The way out for a clinic that sees patients now; comes before everything else.</summary>
    public required string InClinic { get; init; }

    /// <summary>The way out while notes cannot be pushed.</summary>
    public string? WayOut { get; init; }

    /// <summary>What the way out is called in Motics: a reply that names it already needs it no second time.</summary>
    public string? WayOutName { get; init; }

    /// <summary>What to do with a key that reached us, while the EHR is in trouble; else the advice itself says it.</summary>
    public string? ExposedKeyLater { get; init; }

    public required string SaveFirst { get; init; }

    public required string NothingDeleted { get; init; }

    public required string DoNotRecreate { get; init; }

    /// <summary>The person who wrote to us cannot manage integrations.</summary>
    public required string RoleCannot { get; init; }

    /// <summary>We do not know whether that person can.</summary>
    public required string RoleUnknown { get; init; }

    /// <summary>Stands with the opening where the clinic has to reconnect after its migration.</summary>
    public string? AfterMove { get; init; }

    /// <summary>Comes before the opening while the integration is switched off, where nothing else in the reply says so.</summary>
    public string? SwitchedOff { get; init; }

    public required string StepsIntro { get; init; }

    public required string QuestionsIntro { get; init; }

    /// <summary>Added whenever a reply speaks of a key at all.</summary>
    public required string NeverSendKey { get; init; }

    /// <summary>What the reply begins with while the engineers have the case.</summary>
    public string? WithEngineers { get; init; }

    /// <summary>What the reply begins with when engineers have resolved an escalation and it still would go to them.</summary>
    public string? AfterEngineers { get; init; }

    /// <summary>What comes before the questions of engineers who ask back, in place of the opening.</summary>
    public string? EngineersAsk { get; init; }

    /// <summary>What we can see from here when it works again, by the operation that worked (<c>patient-search</c>, <c>note-push</c>, <c>verify</c>).</summary>
    public required IReadOnlyDictionary<string, string> Proven { get; init; }

    /// <summary>It works again, and nothing is left to do.</summary>
    public string? NothingLeft { get; init; }

    public required string Closing { get; init; }

    /// <summary>What the reply begins with, for every verdict.</summary>
    public required IReadOnlyDictionary<Verdict, string> Openings { get; init; }

    public required ShortBlocks Short { get; init; }
}

/// <summary>What short replies are put together from. What is null or not there is taken from the long ones.</summary>
internal sealed record ShortBlocks
{
    public string? InClinic { get; init; }

    public string? WayOut { get; init; }

    public string? SaveFirst { get; init; }

    public string? ExposedKey { get; init; }

    public string? DoNotRecreate { get; init; }

    /// <summary>Somebody who can manage integrations has to do it.</summary>
    public string? Role { get; init; }

    public string? WithEngineers { get; init; }

    public string? NeverSendKey { get; init; }

    public required IReadOnlyDictionary<Verdict, string> Openings { get; init; }

    /// <summary>The one thing to do, by the id of a list of steps.</summary>
    public required IReadOnlyDictionary<string, string> Steps { get; init; }
}
