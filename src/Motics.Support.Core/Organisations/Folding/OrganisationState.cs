using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>A field that the newest event to speak of it decides.</summary>
public struct Told<T> : IEquatable<Told<T>>
{
    public T? Value { get; set; }

    /// <summary>The event that said so; null while none did.</summary>
    public EventStamp? Stamp { get; set; }

    /// <summary>Takes a value unless a newer event spoke. Null says nothing.</summary>
    public bool Take(T? value, EventStamp stamp)
    {
        if (value is null || !EventStamp.IsAfter(stamp, Stamp))
            return false;
        (Value, Stamp) = (value, stamp);
        return true;
    }

    /// <inheritdoc />
    public readonly bool Equals(Told<T> other) => EqualityComparer<T>.Default.Equals(Value, other.Value) && Stamp == other.Stamp;

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is Told<T> other && Equals(other);

    /// <inheritdoc />
    public override readonly int GetHashCode() => HashCode.Combine(Value, Stamp);

    public static bool operator ==(Told<T> left, Told<T> right) => left.Equals(right);

    public static bool operator !=(Told<T> left, Told<T> right) => !left.Equals(right);
}

/// <summary>
/// An organisation as folded from its events: a function of the set of them, whatever order they came in (contract, "Events in").
/// </summary>
public sealed class OrganisationState
{
    private static readonly string NoEhr = Kebab.Name(Ehr.None);

    private Told<string> name;
    private Told<Ehr?> toldEhr;
    private Told<NookalRegion?> nookalRegion;
    private Told<string> nookalSite;
    private Told<string> clinikoShard;
    private Told<string> timeZone;
    private Told<string> wave;

    public required string Id { get; init; }

    public Told<string> Name { get => name; init => name = value; }

    /// <summary>Of organisation.updated; <see cref="Organisations.Ehr.None"/> says that there is no connection.</summary>
    public Told<Ehr?> ToldEhr { get => toldEhr; init => toldEhr = value; }

    /// <summary>Of the newest integration event that names one.</summary>
    public Ehr? ImpliedEhr => Kebab.Parse<Ehr>(Connections.Values.Where(connection => connection.Ehr != NoEhr).MaxBy(connection => connection.Heard) is { Heard: not null } newest ? newest.Ehr : null);

    public Told<NookalRegion?> NookalRegion { get => nookalRegion; init => nookalRegion = value; }

    public Told<string> NookalSite { get => nookalSite; init => nookalSite = value; }

    public Told<string> ClinikoShard { get => clinikoShard; init => clinikoShard = value; }

    public Told<string> TimeZone { get => timeZone; init => timeZone = value; }

    public Told<string> Wave { get => wave; init => wave = value; }

    /// <summary>The newest migration.</summary>
    public EventStamp? Migration { get; set; }

    public long? FirstEventAt { get; set; }

    /// <summary>Over the organisation's own EHR.</summary>
    public KeySummary Keys { get; set; } = new(0, 0, 0, null);

    /// <summary>By EHR's name; "" for attempts that named none.</summary>
    public Dictionary<string, ConnectionState> Connections { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Told, else implied; null when neither is known.</summary>
    public Ehr? OwnEhr => ToldEhr.Value ?? ImpliedEhr;

    /// <summary>Name of the own EHR; null when the organisation has none or none is known.</summary>
    public string? OwnConnectionName => OwnEhr is { } own and not Ehr.None ? Kebab.Name(own) : null;

    /// <summary>The connection that <see cref="OwnOf"/> finds.</summary>
    public ConnectionState? Own => OwnOf(OwnEhr, Connections);

    /// <summary>Where it is at its own EHR.</summary>
    public Place Place => Place.Of(OwnEhr, new(NookalRegion.Value, NookalSite.Value, ClinikoShard.Value, Own?.KeyRegion, Own?.KeySuffix));

    /// <summary>
    /// The connection to the own EHR, or what named no EHR while nothing else was heard of it. Null when the organisation has no EHR or nothing was heard.
    /// </summary>
    /// <param name="own">Null when none is known.</param>
    /// <param name="connections">By EHR's name.</param>
    public static T? OwnOf<T>(Ehr? own, IReadOnlyDictionary<string, T> connections)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(connections);
        return own == Ehr.None ? null
            : own is { } ehr && connections.TryGetValue(Kebab.Name(ehr), out var named) ? named
            : connections.GetValueOrDefault(ConnectionState.Unnamed);
    }

    /// <summary>Takes what an organisation.updated says; true when anything changed.</summary>
    internal bool Update(IntegrationEvent told, EventStamp stamp) =>
        name.Take(told.OrganisationName, stamp) | toldEhr.Take(told.Ehr, stamp) | nookalRegion.Take(told.NookalRegion, stamp)
        | nookalSite.Take(told.NookalSite, stamp) | clinikoShard.Take(told.ClinikoShard, stamp) | timeZone.Take(told.TimeZone, stamp);

    internal bool TakeWave(string? value, EventStamp stamp) => wave.Take(value, stamp);
}
