namespace Motics.Support.Data.Schema;

/// <summary>What an empty database is filled with after it is migrated and before anybody is served; nothing is registered unless there is a demo.</summary>
public interface IFirstContent
{
    /// <summary>Fills an empty database, or goes on with a filling that was broken off; leaves every other as it is.</summary>
    /// <returns>What was refused, in sentences; empty when all went well or nothing was to do.</returns>
    Task<IReadOnlyList<string>> FillAsync(CancellationToken cancellationToken);
}
