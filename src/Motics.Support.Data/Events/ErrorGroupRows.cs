using Motics.Support.Core;
using Motics.Support.Core.Errors;
using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Error groups and who is in them, gathered over a transaction and added at its end.</summary>
internal sealed class ErrorGroupRows(StatementSet statements)
{
    private const string Open = "open";

    private const string UpdateGroup = """
        UPDATE error_group SET events = events + @events,
          first_seen_at = CASE WHEN first_seen_at < @first THEN first_seen_at ELSE @first END,
          last_seen_at = CASE WHEN last_seen_at > @last THEN last_seen_at ELSE @last END
        WHERE id = @id
        """;

    private const string InsertGroup = """
        INSERT INTO error_group (events, first_seen_at, last_seen_at, id, title, kind, ehr, operation, organisations, status, version)
        VALUES (@events, @first, @last, @id, @title, @kind, @ehr, @operation, 0, @status, 1)
        """;

    private const string UpdateMember = """
        UPDATE error_group_organisation SET events = events + @events,
          first_seen_at = CASE WHEN first_seen_at < @first THEN first_seen_at ELSE @first END,
          last_seen_at = CASE WHEN last_seen_at > @last THEN last_seen_at ELSE @last END
        WHERE error_group_id = @id AND organisation_id = @organisation_id
        """;

    private const string InsertMember = """
        INSERT INTO error_group_organisation (events, first_seen_at, last_seen_at, error_group_id, organisation_id)
        VALUES (@events, @first, @last, @id, @organisation_id)
        """;

    private const string CountMembers = "UPDATE error_group SET organisations = organisations + @added WHERE id = @id";

    private static readonly Parameter[] OfGroup = [Whole("@events"), Whole("@first"), Whole("@last"), Text("@id")];
    private static readonly Parameter[] OfNewGroup = [.. OfGroup, Text("@title"), Text("@kind"), Text("@ehr"), Text("@operation"), Text("@status")];
    private static readonly Parameter[] OfMember = [.. OfGroup, Text("@organisation_id")];
    private static readonly Parameter[] OfCount = [Whole("@added"), Text("@id")];

    private readonly Dictionary<string, (PreparedEvent Any, Sightings Seen)> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Group, string Organisation), Sightings> members = [];

    /// <summary>Counts a failure; anything else is left.</summary>
    public void Add(PreparedEvent prepared)
    {
        if (prepared.ErrorGroupId is not { } id)
            return;
        if (!groups.TryGetValue(id, out var group))
            groups.Add(id, group = (prepared, new Sightings()));
        group.Seen.Add(prepared.At);
        var key = (id, prepared.Event.OrganisationId);
        if (!members.TryGetValue(key, out var member))
            members.Add(key, member = new Sightings());
        member.Add(prepared.At);
    }

    /// <summary>Adds what was counted to what is stored.</summary>
    public void Save()
    {
        foreach (var (id, (any, seen)) in groups)
            Save(id, any, seen);
        foreach (var added in members.Where(member => Save(member.Key, member.Value)).CountBy(member => member.Key.Group).ToList())
            statements.Get(CountMembers, OfCount).Execute(added.Value, added.Key);
    }

    private void Save(string id, PreparedEvent any, Sightings seen)
    {
        if (statements.Get(UpdateGroup, OfGroup).Execute(seen.Count, seen.First, seen.Last, id) > 0)
            return;
        statements.Get(InsertGroup, OfNewGroup).Execute(
            seen.Count, seen.First, seen.Last, id, any.Event.Error!.NormalisedMessage, any.ErrorKind, any.Ehr, Kebab.Name(ErrorGroups.OperationOf(any.Event)), Open);
    }

    // True when the organisation is new to the group.
    private bool Save((string Group, string Organisation) key, Sightings seen)
    {
        if (statements.Get(UpdateMember, OfMember).Execute(seen.Count, seen.First, seen.Last, key.Group, key.Organisation) > 0)
            return false;
        statements.Get(InsertMember, OfMember).Execute(seen.Count, seen.First, seen.Last, key.Group, key.Organisation);
        return true;
    }

    private sealed class Sightings
    {
        public int Count { get; private set; }
        public long First { get; private set; } = long.MaxValue;
        public long Last { get; private set; } = long.MinValue;

        public void Add(long at) => (Count, First, Last) = (Count + 1, Math.Min(First, at), Math.Max(Last, at));
    }
}
