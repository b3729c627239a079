using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Rows;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Events;

/// <summary>
/// Organisations as this store wrote them last, so that the next events of the same need not read them again. They hold as long as nobody else wrote: the
/// row <c>event_writer</c> names who wrote last, and is read, and locked, at the beginning of every transaction.
/// </summary>
internal sealed class KnownOrganisations(Dialect dialect, string owner)
{
    /// <summary>A few kilobytes each.</summary>
    private const int Most = 5_000;

    private const string TakePen = "UPDATE event_writer SET owner = @owner WHERE id = 1";

    private static readonly Parameter[] None = [];
    private static readonly Parameter[] OfPen = [Columns.Text("@owner")];

    private readonly string selectPen = $"SELECT owner FROM event_writer {dialect.ForUpdate} WHERE id = 1";
    private readonly Dictionary<string, KnownOrganisation> known = new(StringComparer.Ordinal);
    private bool isCommitted;

    /// <summary>Begins a transaction: forgets everything when somebody else wrote, or when the transaction before did not end well.</summary>
    public void Begin(StatementSet statements)
    {
        if (!isCommitted || known.Count > Most)
            known.Clear();
        isCommitted = false;
        if (IsOurs(statements))
            return;
        known.Clear();
        statements.Get(TakePen, OfPen).Execute(owner);
    }

    /// <summary>The transaction is durable.</summary>
    public void Committed() => isCommitted = true;

    /// <summary>The organisation as it is stored; null when it must be read.</summary>
    public KnownOrganisation? Find(string id) => known.GetValueOrDefault(id);

    /// <summary>Remembers an organisation as it was just written.</summary>
    public void Remember(string id, KnownOrganisation organisation) => known[id] = organisation;

    private bool IsOurs(StatementSet statements)
    {
        using var rows = statements.Get(selectPen, None).Read();
        return rows.Next() && rows.Text(0) == owner;
    }
}

/// <summary>An organisation, and what of it is stored.</summary>
/// <param name="State">As folded; equal to what is stored when a transaction begins.</param>
/// <param name="Name">As stored.</param>
/// <param name="Summary">As stored.</param>
/// <param name="Connections">The seldom changing part of each connection that has a row, as stored, by name.</param>
internal sealed record KnownOrganisation(OrganisationState State, string? Name, OrganisationSummary Summary, IReadOnlyDictionary<string, ConnectionMarks> Connections);
