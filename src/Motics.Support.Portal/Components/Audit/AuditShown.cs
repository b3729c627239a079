using Motics.Support.Core.Audit;
using Motics.Support.Core.Paging;

namespace Motics.Support.Portal.Components.Audit;

/// <summary>Lines of the audit with what people call those who stand in them.</summary>
public sealed record AuditShown(Page<AuditLine> Page, AuditNames Names);
