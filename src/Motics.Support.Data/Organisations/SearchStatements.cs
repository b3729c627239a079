namespace Motics.Support.Data.Organisations;

/// <summary>The search index in the words of one engine. <c>@grams</c> are words separated by blanks, all of which must be there.</summary>
/// <param name="Update">Replaces what is kept of organisation <c>@id</c>.</param>
/// <param name="Matching">A condition on <c>o.id</c>: has all <c>@grams</c>.</param>
/// <param name="CountUpTo">Counts organisations that have all <c>@grams</c>, but no further than <c>@bound</c>.</param>
internal sealed record SearchStatements(string Update, string Matching, string CountUpTo)
{
    /// <summary>
    /// Full-text index of SQLite; words side by side mean "and". One row by VALUES each: an INSERT of a SELECT is undone as a statement of its
    /// own, for which the index writes out everything that waits in it, each time.
    /// </summary>
    public static readonly SearchStatements Sqlite = new(
        """
        INSERT OR IGNORE INTO organisation_search_number (organisation_id) VALUES (@id);
        DELETE FROM organisation_search WHERE rowid = (SELECT number FROM organisation_search_number WHERE organisation_id = @id);
        INSERT INTO organisation_search (rowid, grams) VALUES ((SELECT number FROM organisation_search_number WHERE organisation_id = @id), @grams);
        """,
        """
        o.id IN (SELECT n.organisation_id FROM organisation_search_number n WHERE n.number IN (
          SELECT rowid FROM organisation_search WHERE organisation_search MATCH @grams))
        """,
        "SELECT COUNT(*) FROM (SELECT 1 FROM organisation_search WHERE organisation_search MATCH @grams LIMIT @bound)");

    // What is split off has the database's collation, and cannot be compared with a column of another unless it says which counts.
    private const string Asked = $"SELECT value COLLATE {SqlServerDialect.Collation} FROM STRING_SPLIT(@grams, N' ')";

    private const string HasAll = $"""
        FROM organisation_search WHERE gram IN ({Asked})
          GROUP BY organisation_id HAVING COUNT(*) = (SELECT COUNT(*) FROM STRING_SPLIT(@grams, N' '))
        """;

    /// <summary>A table of words on SQL Server, whose own full-text index knows whole words only.</summary>
    public static readonly SearchStatements SqlServer = new(
        """
        DELETE FROM organisation_search WHERE organisation_id = @id;
        INSERT INTO organisation_search (gram, organisation_id) SELECT value, @id FROM STRING_SPLIT(@grams, N' ') WHERE DATALENGTH(value) > 0;
        """,
        $"o.id IN (SELECT organisation_id {HasAll})",
        $"SELECT COUNT(*) FROM (SELECT TOP (@bound) organisation_id {HasAll}) found");
}
