using Motics.Support.Core.Triage;
using Motics.Support.Data;

namespace Motics.Support.Portal.Configuration;

/// <summary>Everything that can be configured, checked.</summary>
public sealed record PortalSettings
{
    /// <summary><c>Database:Provider</c> and <c>ConnectionStrings:Support</c>.</summary>
    public required DatabaseOptions Database { get; init; }

    /// <summary><c>Demo:Enabled</c>: fill an empty database with demo data. Development only.</summary>
    public required bool DemoData { get; init; }

    /// <summary><c>Demo:Live</c>: let the demo's stories go on by themselves. Of no meaning without <see cref="DemoData"/>.</summary>
    public bool DemoLive { get; init; }

    /// <summary><c>Authentication:Demo:Enabled</c>: sign in as a role without a password. Development only.</summary>
    public required bool DemoSignIn { get; init; }

    /// <summary><c>Authentication:Oidc:*</c>; null when there is no sign-in provider.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary><c>Seq:*</c>; null when logs go to the console only.</summary>
    public SeqSettings? Seq { get; init; }

    /// <summary><c>RateLimit:*</c>.</summary>
    public required RateLimitSettings RateLimit { get; init; }

    /// <summary><c>OpenPages:*</c>.</summary>
    public OpenPagesSettings OpenPages { get; init; } = OpenPagesSettings.Default;

    /// <summary><c>Retention:*</c>.</summary>
    public RetentionSettings Retention { get; init; } = RetentionSettings.Default;

    /// <summary><c>Audit:*</c>.</summary>
    public AuditSettings Audit { get; init; } = new(null, null);

    /// <summary>What <c>Playbook:Path</c> names, read and checked; null for the one that ships with the program.</summary>
    public Playbook? Playbook { get; init; }
}

/// <summary>The provider that people sign in with.</summary>
/// <param name="Authority">Its address, https (http on this machine in Development).</param>
/// <param name="ClientId">Under which it knows the portal.</param>
/// <param name="ClientSecret">Null for a public client; the code is bound by PKCE either way.</param>
/// <param name="RoleClaim">Claim that holds the roles; <c>role</c> unless told.</param>
/// <param name="Roles">The portal's role by the provider's value of that claim.</param>
public sealed record OidcSettings(Uri Authority, string ClientId, string? ClientSecret, string RoleClaim, IReadOnlyDictionary<string, string> Roles);

/// <summary>The Seq server that gets the log.</summary>
public sealed record SeqSettings(Uri ServerUrl, string? ApiKey);

/// <summary>How much one caller of the API may ask for.</summary>
/// <param name="RequestsPerSecond">In the long run.</param>
/// <param name="Burst">At once, after a pause.</param>
public sealed record RateLimitSettings(int RequestsPerSecond, int Burst);

/// <summary>How many pages may be open at once; each holds about a megabyte of the server's memory.</summary>
/// <param name="PerPerson">Of one person.</param>
/// <param name="PerNode">Of everybody, on one node.</param>
public sealed record OpenPagesSettings(int PerPerson, int PerNode)
{
    /// <summary>Unless told.</summary>
    public static OpenPagesSettings Default { get; } = new(20, 500);
}

/// <summary>How long things are kept that are not kept for good.</summary>
/// <param name="RawEvents">Events as they were received; what was folded from them stays. Their identities are kept longer, and for more than a year.</param>
/// <param name="Drafts">What somebody began to write and did not touch since.</param>
/// <param name="Interval">Between two runs that delete.</param>
public sealed record RetentionSettings(TimeSpan RawEvents, TimeSpan Drafts, TimeSpan Interval)
{
    /// <summary>Unless told.</summary>
    public static RetentionSettings Default { get; } = new(TimeSpan.FromDays(365), TimeSpan.FromDays(30), TimeSpan.FromHours(24));
}

/// <summary>Checkpoints of the audit.</summary>
/// <param name="Key">What they are sealed with; null for a key that is made and kept in the database.</param>
/// <param name="CheckpointFile">Where they are written beside the log, full path; null for the log only.</param>
public sealed record AuditSettings(byte[]? Key, string? CheckpointFile);

/// <summary>One setting that is wrong.</summary>
/// <param name="Key">As in <c>appsettings.json</c>, with colons.</param>
/// <param name="Problem">What is wrong and what would be right. Never repeats the value: it may be a secret.</param>
public sealed record ConfigurationMistake(string Key, string Problem);
