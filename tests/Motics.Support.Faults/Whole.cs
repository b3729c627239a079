using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Data.Audit;

namespace Motics.Support.Faults;

/// <summary>Looks whether a database is whole and holds what was promised. Each gives back what is wrong, null for nothing.</summary>
internal static class Whole
{
    /// <summary>Everything that can be asked of the portal's database while nobody writes.</summary>
    public static async Task<string?> ProblemAsync(Scene scene)
    {
        await scene.Load.SettleAsync();
        if (scene.Load.Wrong.FirstOrDefault() is { } answer)
            return $"the portal answered {answer}";
        if (await scene.Load.RepeatAsync(scene.Load.Acknowledged.Keys.OrderDescending().Take(20)) is > 0 and var unknown)
            return $"{unknown} acknowledged events were not known for duplicates";
        if ((FileProblem(scene.Database.File!) ?? PromiseProblem(scene, scene.Database.File!, [.. scene.Load.Acknowledged.Keys], [.. scene.Load.Notes.Keys]) ?? CountProblem(scene)) is { } problem)
            return problem;
        var audit = (await scene.Services.GetRequiredService<AuditStore>().VerifyAsync(Actor.System, scene.Stop)).Value!;
        return audit.BrokenAt is { } line ? $"the audit is broken at line {line}" : null;
    }

    /// <summary>Broken pages, or rows that name others that are not there.</summary>
    public static string? FileProblem(string file)
    {
        using var connection = Open(file);
        var integrity = string.Join("; ", Read(connection, "PRAGMA integrity_check"));
        if (integrity != "ok")
            return $"integrity check: {integrity}";
        return Read(connection, "PRAGMA foreign_key_check").Count is > 0 and var orphans ? $"{orphans} rows name others that are not there" : null;
    }

    /// <summary>What was acknowledged and is not there.</summary>
    public static string? PromiseProblem(Scene scene, string file, IReadOnlyCollection<int> batches, IReadOnlyCollection<string> notes)
    {
        using var connection = Open(file);
        var kept = Read(connection, $"SELECT event_id FROM event_identity WHERE source = '{Load.Source}'").ToHashSet(StringComparer.Ordinal);
        var lost = batches.SelectMany(Load.Ids).Count(id => !kept.Contains(id));
        var written = Read(connection, "SELECT text FROM ticket_note").ToList();
        var lostNotes = notes.Except(written, StringComparer.Ordinal).Count();
        if (written.Count != written.Distinct(StringComparer.Ordinal).Count())
            return "a note is there twice";
        return lost + lostNotes > 0 ? $"{lost} events and {lostNotes} notes were acknowledged and are lost" : null;
    }

    /// <summary>Each event counted once, whatever was killed between its row and its count.</summary>
    private static string? CountProblem(Scene scene)
    {
        using var connection = Open(scene.Database.File!);
        var counted = long.Parse(Read(connection, "SELECT COALESCE(SUM(searches), 0) FROM daily_count")[0], CultureInfo.InvariantCulture);
        var sent = scene.Load.Acknowledged.Keys.Sum(batch => (long)Load.Ids(batch).Count());
        return counted == sent ? null : $"{sent} events are there and {counted} are counted";
    }

    public static long Count(string file, string sql)
    {
        using var connection = Open(file);
        return long.Parse(Read(connection, sql)[0], CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }
}
