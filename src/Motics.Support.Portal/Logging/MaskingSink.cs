using Motics.Support.Core.Masking;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace Motics.Support.Portal.Logging;

/// <summary>Stands before every sink: nothing that looks like a secret or like somebody's personal data reaches a log, whoever logged it and how.</summary>
internal sealed class MaskingSink(ILogEventSink inner) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent) => inner.Emit(new LogEvent(
        logEvent.Timestamp,
        logEvent.Level,
        logEvent.Exception is { } exception ? MaskedException.Of(exception) : null,
        new MessageTemplate(logEvent.MessageTemplate.Tokens.Select(Clean)),
        logEvent.Properties.Select(property => new LogEventProperty(property.Key, Clean(property.Value))),
        logEvent.TraceId ?? default,
        logEvent.SpanId ?? default));

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static MessageTemplateToken Clean(MessageTemplateToken token) =>
        token is TextToken text ? new TextToken(TextMask.Clean(text.Text)) : token;

    private static LogEventPropertyValue Clean(LogEventPropertyValue value) => value switch
    {
        ScalarValue scalar => Clean(scalar),
        SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Clean)),
        StructureValue structure => new StructureValue(structure.Properties.Select(property => new LogEventProperty(property.Name, Clean(property.Value))), structure.TypeTag),
        DictionaryValue dictionary => new DictionaryValue(dictionary.Elements.Select(pair => KeyValuePair.Create(Clean(pair.Key), Clean(pair.Value)))),
        _ => new ScalarValue(TextMask.Clean(value.ToString())),
    };

    private static ScalarValue Clean(ScalarValue scalar) => scalar.Value switch
    {
        null or bool or char or Enum or Guid or DateTime or DateTimeOffset or TimeSpan or IFormattable and ValueType => scalar,
        var value => new ScalarValue(TextMask.Clean(value.ToString() ?? "")),
    };
}
