using Motics.Support.Core.Outreach;

namespace Motics.Support.Portal.Components.Outreach;

/// <summary>How far an outreach is, with the first of each outcome.</summary>
public sealed record OutreachProgress(OutreachRun Run, IReadOnlyList<OutreachItem> Made, IReadOnlyList<OutreachItem> LeftOut, IReadOnlyList<OutreachItem> Staying)
{
    /// <summary>How many have been looked at.</summary>
    public int Looked => Run.UndoneBy is null ? Run.Looked : Run.TakenBack + Run.Staying;

    /// <summary>Of how many.</summary>
    public int Of => Run.UndoneBy is null ? Run.Organisations : Run.Made;
}
