using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Motics.Support.Data.Live;

/// <summary>
/// What a transaction wrote that an open page may show, gathered while it runs. <see cref="Database.WriteAsync{T}"/> tells it after the commit;
/// of a transaction that is rolled back or tried again, nothing is left.
/// </summary>
internal static class WrittenTopics
{
    private static readonly ConditionalWeakTable<DbTransaction, HashSet<LiveTopic>> Written = [];

    /// <summary>Notes that the transaction wrote this.</summary>
    public static void Wrote(this DbTransaction transaction, LiveTopic topic) => Written.GetOrCreateValue(transaction).Add(topic);

    /// <summary>Everything noted, each once.</summary>
    public static IReadOnlyCollection<LiveTopic> Topics(this DbTransaction transaction) => Written.TryGetValue(transaction, out var topics) ? topics : [];
}
