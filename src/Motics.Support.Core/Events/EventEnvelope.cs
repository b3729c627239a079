using System.Text.Json;

namespace Motics.Support.Core.Events;

/// <summary>Reads one CloudEvent in JSON: the attributes here, the data by its type in <see cref="EventData"/>.</summary>
internal static class EventEnvelope
{
    private const int LongestType = 100;
    private static readonly string AcceptedTypes = "one of " + string.Join(", ", EventTypes.All);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>Nothing that the console keeps happened before: an earlier date is a mistyped one, and before 1970 it has no place in the order of events.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static EventReading Read(int index, JsonElement element, DateTimeOffset now)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new EventReading(index, null, null, [new FieldError("event", "Must be a JSON object: a CloudEvent.")]);
        var errors = new List<FieldError>();
        var fields = new EventFields(element, "", errors);
        CheckContent(fields);
        return Read(index, fields, () => fields.Object("data", "the event's data"), now, errors);
    }

    /// <summary>Reads attributes from <paramref name="fields"/>, and data from wherever the mode has it.</summary>
    public static EventReading Read(int index, EventFields fields, Func<EventFields?> data, DateTimeOffset now, List<FieldError> errors)
    {
        CheckVersion(fields);
        var id = fields.RequiredId("id");
        var source = fields.RequiredId("source");
        var subject = fields.RequiredId("subject");
        var type = Type(fields);
        var time = Time(fields, now);
        var dataFields = data();
        if (type is { } known && (dataFields is not null || NeedsData(fields, known, errors)))
        {
            var read = EventData.Read(known, dataFields, id ?? "", source ?? "", subject ?? "", time ?? default);
            if (errors.Count == 0)
                return new EventReading(index, id, read, []);
        }
        return new EventReading(index, id, null, errors);
    }

    // Only a migration has nothing that it must say.
    private static bool NeedsData(EventFields fields, EventType type, List<FieldError> errors)
    {
        if (type == EventType.OrganisationMigrated)
            return true;
        if (!errors.Exists(error => error.Field == "data"))
            fields.Add("data", "Required: a JSON object with the fields of the event's type.");
        return false;
    }

    private static void CheckVersion(EventFields fields)
    {
        if (fields.Required("specversion", "\"1.0\"") && fields.Raw("specversion", "\"1.0\"", int.MaxValue) is { } version && version != "1.0")
            fields.Add("specversion", "Must be \"1.0\".");
    }

    private static void CheckContent(EventFields fields)
    {
        if (fields.Has("data_base64"))
            fields.Add("data_base64", "Give the data as a JSON object in data.");
        if (fields.Raw("datacontenttype", "application/json", int.MaxValue) is { } type && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            fields.Add("datacontenttype", "Must be application/json.");
    }

    private static EventType? Type(EventFields fields)
    {
        if (!fields.Required("type", AcceptedTypes) || fields.Raw("type", AcceptedTypes, int.MaxValue) is not { } name)
            return null;
        if (EventTypes.Parse(name) is { } type)
            return type;
        // Named when it is a name and nothing else could hide in it.
        fields.Add("type", name.Length <= LongestType && Identifier.IsValid(name) && Masking.TextMask.Mask(name).Kinds == Masking.MaskedKinds.None
            ? $"Unknown type {name}. Must be {AcceptedTypes}."
            : $"Unknown type. Must be {AcceptedTypes}.");
        return null;
    }

    private static DateTimeOffset? Time(EventFields fields, DateTimeOffset now)
    {
        const string Accepted = "when it happened, as RFC 3339 with a zone, such as 2026-11-24T09:12:00Z";
        if (!fields.Required("time", Accepted) || fields.Raw("time", Accepted, int.MaxValue) is not { } text)
            return null;
        if (text.Length > 64 || Rfc3339.Parse(text) is not { } time)
            fields.Add("time", $"Must be {Accepted}.");
        else if (time > now + Ahead)
            fields.Add("time", $"More than 10 minutes ahead of this server's clock, which shows {Rfc3339.Write(now)}.");
        else if (time < Earliest)
            fields.Add("time", "Must not be before the year 2000.");
        else
            return time;
        return null;
    }
}
