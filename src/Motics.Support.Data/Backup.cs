using System.Data.Common;
using Microsoft.Data.Sqlite;
using Motics.Support.Core;

namespace Motics.Support.Data;

/// <summary>Copies the embedded database to a file while it is in use. SQL Server has backups of its own.</summary>
public sealed class Backup(Database database)
{
    // What copies tell also says which sort of the same it is.
    private const int PrimaryCode = 0xFF;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>
    /// Writes a checked copy. Refused for SQL Server, when the file is there already, when there is no room for the copy, and when it does not pass SQLite's own
    /// check; nothing is left of it then. Gives back the full path.
    /// </summary>
    public async Task<Outcome<BackupFile>> WriteAsync(string file, CancellationToken cancellationToken)
    {
        if (database.Options.Provider != DatabaseProvider.Sqlite)
        {
            return new Refusal.Conflict("This command copies the embedded SQLite database. Back up SQL Server with its own tools.");
        }

        var path = Path.GetFullPath(file);
        if (File.Exists(path) || Directory.Exists(path))
        {
            return new Refusal.Conflict("There is something of this name already, and a backup overwrites nothing. Choose another name.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        try
        {
            if (await CopyAsync(unfinished, cancellationToken).ConfigureAwait(false) is { } problem)
                return new Refusal.Conflict($"The copy did not pass the check and was removed: {problem}");
            // The name appears when the copy is whole, never before; and whatever came to stand there meanwhile stays.
            File.Move(unfinished, path, overwrite: false);
            return new BackupFile(path, new FileInfo(path).Length);
        }
        catch (Exception failure) when (Why(failure) is not null)
        {
            return new Refusal.Conflict(Why(failure)!);
        }
        finally
        {
            foreach (var half in new[] { unfinished, $"{unfinished}-journal", $"{unfinished}-wal", $"{unfinished}-shm" })
                File.Delete(half);
        }
    }

    private static string? Why(Exception failure) => failure.GetBaseException() is not SqliteException sqlite ? null : (sqlite.SqliteErrorCode & PrimaryCode) switch
    {
        Full => "There is no room for the copy on its disk, so nothing was left there. Make room, or name a file on another disk.",
        InputOutput or CannotOpen or ReadOnly => "The copy could not be written: its disk is full, broken, read only or not there. Nothing was left of it. Look at the disk, or name a file on another.",
        Corrupt or NotADatabase => $"Pages of the database itself are broken, so it cannot be copied whole ({sqlite.Message}). Restore the last good backup.",
        _ => null,
    };

    private async Task<string?> CopyAsync(string file, CancellationToken cancellationToken)
    {
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await copy.OpenAsync(cancellationToken).ConfigureAwait(false);
        await database.ReadAsync(source => Task.Run(() => Copy(source, copy), cancellationToken), cancellationToken).ConfigureAwait(false);
        await using var check = copy.CreateCommand();
        // One file in the end, without a log beside it.
        check.CommandText = "PRAGMA journal_mode = DELETE; PRAGMA integrity_check";
        await using var reader = await check.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return reader.GetString(0) is "ok" ? null : reader.GetString(0);
    }

    private static bool Copy(DbConnection source, SqliteConnection copy)
    {
        ((SqliteConnection)source).BackupDatabase(copy);
        return true;
    }
}

/// <summary>A backup that was made.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupFile(string Path, long Bytes);
