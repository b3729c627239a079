using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Events;

/// <summary>
/// What an event said beside the columns of its row, as kept in <c>event.detail</c>. Null where it said nothing, or where its type says
/// no such thing. Texts are masked.
/// </summary>
public sealed record EventDetail
{
    public string? Name { get; init; }

    public NookalRegion? NookalRegion { get; init; }

    public string? NookalSite { get; init; }

    public string? ClinikoShard { get; init; }

    public string? TimeZone { get; init; }

    public string? Wave { get; init; }

    public string? KeyFingerprint { get; init; }

    public int? KeyLength { get; init; }

    public string? KeySuffix { get; init; }

    public KeyType? KeyType { get; init; }

    public MoticsRole? ActorRole { get; init; }

    public Operation? Operation { get; init; }

    public string? LocationId { get; init; }

    public EventDetailError? Error { get; init; }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { Kebab.JsonConverter },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Only ever read back by this class; never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What an event said.</summary>
    public static EventDetail Of(IntegrationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new EventDetail
        {
            Name = happened.OrganisationName,
            NookalRegion = happened.NookalRegion,
            NookalSite = happened.NookalSite,
            ClinikoShard = happened.ClinikoShard,
            TimeZone = happened.TimeZone,
            Wave = happened.Wave,
            KeyFingerprint = happened.KeyFingerprint,
            KeyLength = happened.KeyLength,
            KeySuffix = happened.KeySuffix,
            KeyType = happened.KeyType,
            ActorRole = happened.ActorRole,
            Operation = happened.Operation,
            LocationId = happened.LocationId,
            Error = happened.Error is { } error ? new EventDetailError(error.Message, error.Code, error.HttpStatus, error.NookalRegion, error.ClinikoShard) : null,
        };
    }

    /// <summary>From the column.</summary>
    public static EventDetail Read(string json) => JsonSerializer.Deserialize<EventDetail>(json, Options) ?? new EventDetail();

    /// <summary>For the column.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);
}

/// <summary>The failure an event told of; its kind and correlation id are columns of their own.</summary>
public sealed record EventDetailError(string Message, string? Code, int? HttpStatus, NookalRegion? NookalRegion, string? ClinikoShard);
