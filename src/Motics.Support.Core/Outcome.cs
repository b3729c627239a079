namespace Motics.Support.Core;

/// <summary>One thing that is wrong with one field of a request.</summary>
/// <param name="Field">Where, as a path in the request's own words (<c>data.error.message</c>).</param>
/// <param name="Message">What is wrong and what would be accepted, as a sentence for the caller. Never repeats the refused value: it may hold a secret.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>Why something that was asked for was not done. Expected outcomes are values, not exceptions.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>There is no such thing (404).</summary>
    public sealed record NotFound(string What) : Refusal;

    /// <summary>The request itself is wrong (422).</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Refusal;

    /// <summary>The actor lacks a permission (403).</summary>
    public sealed record Denied(Access.Permission Needed) : Refusal;

    /// <summary>Somebody changed the thing since the caller saw it (412). <paramref name="Changes"/> says in sentences what changed.</summary>
    public sealed record Stale(int CurrentVersion, IReadOnlyList<string> Changes) : Refusal;

    /// <summary>The thing is not in a state that allows this (409).</summary>
    public sealed record Conflict(string Why) : Refusal;

    /// <summary>The escalation gate: what is missing (422 with <c>missing</c>), as fact names, <c>criterion</c> and <c>screenshot</c>.</summary>
    public sealed record Incomplete(IReadOnlyList<string> Missing) : Refusal;

    /// <summary>It can be done, but the caller should first read this and say so again with "confirmed" (409 with <c>warnings</c>).</summary>
    public sealed record Unconfirmed(IReadOnlyList<string> Warnings) : Refusal;

    /// <summary>Too much is waiting already (503 with <c>Retry-After</c>).</summary>
    public sealed record Busy(int RetryAfterSeconds) : Refusal;

    /// <summary>A refusal of one field.</summary>
    public static Refusal Field(string field, string message) => new Invalid([new FieldError(field, message)]);
}

/// <summary>Either what was asked for, or why not.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was asked for; default when refused.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when it was done.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Refusal))]
    public bool Done => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
