using Microsoft.Extensions.Logging;
using Motics.Support.Portal.Hosting;
using Serilog;
using Serilog.Extensions.Logging;

namespace Motics.Support.Portal.Tests.Hosting;

public sealed class StartupTests
{
    private readonly LogRecord told = new();

    [Fact]
    public async Task Advice_CannotBeRead_IsAWarningAndTheStartGoesOn()
    {
        await AdviseAsync(_ => throw new InvalidOperationException("no right to look"));

        Assert.Contains("How the database is set up could not be read", told.Text, StringComparison.Ordinal);
        Assert.Contains("no right to look", told.Text, StringComparison.Ordinal);
        Assert.Contains("\"Level\":\"Warning\"", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_IsToldAsAWarning()
    {
        await AdviseAsync(_ => Task.FromResult<IReadOnlyList<string>>(["Switch it on."]));

        Assert.Contains("Switch it on.", told.Text, StringComparison.Ordinal);
    }

    private async Task AdviseAsync(Func<CancellationToken, Task<IReadOnlyList<string>>> read)
    {
        using var log = new LoggerConfiguration().WriteTo.Sink(told).CreateLogger();
        using var factory = new SerilogLoggerFactory(log);
        await Startup.AdviseAsync(read, factory.CreateLogger("start"));
    }
}
