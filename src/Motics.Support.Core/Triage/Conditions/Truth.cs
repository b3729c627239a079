namespace Motics.Support.Core.Triage.Conditions;

/// <summary>Whether a condition holds. Unknown is neither: it makes no rule match, and its opposite makes none match either.</summary>
public enum Truth { False, Unknown, True }
