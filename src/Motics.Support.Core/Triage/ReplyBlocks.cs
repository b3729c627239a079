namespace Motics.Support.Core.Triage;

/// <summary>What replies are put together from.</summary>
internal sealed record ReplyBlocks
{
    public required string Greeting { get; init; }

    /// <summary>The way out for a clinic that sees patients now; comes before everything else.</summary>
    public required string InClinic { get; init; }

    public required string SaveFirst { get; init; }

    public required string NothingDeleted { get; init; }

    public required string DoNotRecreate { get; init; }

    /// <summary>The person who wrote to us cannot manage integrations.</summary>
    public required string RoleCannot { get; init; }

    /// <summary>We do not know whether that person can.</summary>
    public required string RoleUnknown { get; init; }

    public required string StepsIntro { get; init; }

    public required string QuestionsIntro { get; init; }

    /// <summary>Added whenever a reply speaks of a key at all.</summary>
    public required string NeverSendKey { get; init; }

    /// <summary>What the reply begins with when engineers have resolved an escalation and it still would go to them; null for the usual words.</summary>
    public string? AfterEngineers { get; init; }

    /// <summary>What comes before the questions of engineers who ask back, in place of the opening; null for the usual words.</summary>
    public string? EngineersAsk { get; init; }

    public required string Closing { get; init; }

    /// <summary>What the reply begins with, for every verdict.</summary>
    public required IReadOnlyDictionary<Verdict, string> Openings { get; init; }
}
