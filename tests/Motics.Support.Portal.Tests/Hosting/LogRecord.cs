using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Motics.Support.Portal.Tests.Hosting;

/// <summary>A sink that remembers every event as JSON, exceptions and properties included.</summary>
public sealed class LogRecord : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly JsonFormatter _formatter = new(renderMessage: true);

    public string Text => string.Join('\n', _lines);

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        _formatter.Format(logEvent, line);
        _lines.Enqueue(line.ToString());
    }
}
