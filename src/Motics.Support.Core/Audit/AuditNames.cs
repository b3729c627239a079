namespace Motics.Support.Core.Audit;

/// <summary>What people call those who stand in the audit, and what was acted on. What is not known, or is gone, is left out.</summary>
/// <param name="People">Names by person's id.</param>
/// <param name="Targets">By <c>kind:id</c>: an organisation's name; for a ticket or an escalation that of its clinic; an error's title.</param>
public sealed record AuditNames(IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<string, string> Targets)
{
    /// <summary>Nothing known.</summary>
    public static AuditNames None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Both together.</summary>
    public AuditNames With(AuditNames more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new(Join(People, more.People), Join(Targets, more.Targets));
    }

    private static Dictionary<string, string> Join(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> more) =>
        one.Concat(more).GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
}
