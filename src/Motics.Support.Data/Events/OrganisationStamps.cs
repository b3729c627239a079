using System.Text.Json;
using System.Text.Json.Serialization;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Data.Events;

/// <summary>The column <c>organisation.stamps</c>: which event decided which field.</summary>
internal sealed record OrganisationStamps
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string? Name { get; init; }

    public string? Ehr { get; init; }

    public string? NookalRegion { get; init; }

    public string? NookalSite { get; init; }

    public string? ClinikoShard { get; init; }

    public string? TimeZone { get; init; }

    public string? Wave { get; init; }

    public string? Migration { get; init; }

    public static OrganisationStamps Read(string json) => JsonSerializer.Deserialize<OrganisationStamps>(json, Options) ?? new OrganisationStamps();

    public static string Write(OrganisationState organisation) => JsonSerializer.Serialize(
        new OrganisationStamps
        {
            Name = organisation.Name.Stamp?.Text,
            Ehr = organisation.ToldEhr.Stamp?.Text,
            NookalRegion = organisation.NookalRegion.Stamp?.Text,
            NookalSite = organisation.NookalSite.Stamp?.Text,
            ClinikoShard = organisation.ClinikoShard.Stamp?.Text,
            TimeZone = organisation.TimeZone.Stamp?.Text,
            Wave = organisation.Wave.Stamp?.Text,
            Migration = organisation.Migration?.Text,
        },
        Options);
}
