using System.Data.Common;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>A server whose answer to a commit is lost: it may have committed.</summary>
public sealed class LostCommitTests
{
    private static readonly RecordedAnswers NoRows = new(_ => 0, (_, _) => null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_AnswerOfTheCommitLost_IsNotRunAgainAndSaysThatItMayBeKept()
    {
        var (runs, server) = (0, new RecordingServer(NoRows) { Committing = () => throw new Lost(), Passes = exception => exception is Lost });
        using var database = new Database(new DatabaseOptions(DatabaseProvider.SqlServer, "Server=nowhere"), server);
        var failure = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.WriteAsync((_, _) => Task.FromResult(++runs), Cancel));
        Assert.Equal((1, true), (runs, failure.MayBeKept));
    }

    [Fact]
    public async Task Write_PassingFailureBeforeTheCommit_IsRunAgain()
    {
        var (runs, server) = (0, new RecordingServer(NoRows) { Passes = exception => exception is Lost });
        using var database = new Database(new DatabaseOptions(DatabaseProvider.SqlServer, "Server=nowhere"), server);
        Assert.Equal(3, await database.WriteAsync((_, _) => ++runs < 3 ? throw new Lost() : Task.FromResult(runs), Cancel));
    }

    private sealed class Lost : DbException;
}
