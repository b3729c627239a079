using System.Text.Json.Serialization.Metadata;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Api.Organisations;

namespace Motics.Support.Portal.Api.Json;

/// <summary>What the API keeps to itself of records that the pages see whole. Everything else of them is always told; a new field is seen in the pinned document.</summary>
internal static class Untold
{
    private const int FingerprintTold = 8;

    private static readonly Dictionary<Type, string[]> Fields = new()
    {
        [typeof(LastError)] = [nameof(LastError.NookalRegion), nameof(LastError.ClinikoShard)],
        [typeof(OrganisationItem)] =
        [
            nameof(OrganisationItem.Failing), nameof(OrganisationItem.Ticket), nameof(OrganisationItem.Title),
        ],
        [typeof(OrganisationAnswer)] =
        [
            nameof(OrganisationDetail.EhrIsImplied), nameof(OrganisationDetail.EnabledEhrs), nameof(OrganisationDetail.SwitchedAt), nameof(OrganisationDetail.PlaceSigns),
            nameof(OrganisationDetail.CurrentError), nameof(OrganisationDetail.RecentSearches), nameof(OrganisationDetail.LastCopiedAt), nameof(OrganisationDetail.Copied),
            nameof(OrganisationDetail.RepeatedFailures), nameof(OrganisationDetail.RecentFailures), nameof(OrganisationDetail.FirstEventAt), nameof(OrganisationDetail.LastEventAt),
        ],
        [typeof(KeyEntry)] =
        [
            nameof(KeyEntry.Length), nameof(KeyEntry.FirstSuccessAt), nameof(KeyEntry.LastSuccessAt), nameof(KeyEntry.LastKeyFailureAt), nameof(KeyEntry.FailedLaterAt),
            nameof(KeyEntry.LastDecidingFailureAt),
        ],
    };

    public static void Leave(JsonTypeInfo shape)
    {
        if (!Fields.TryGetValue(shape.Type, out var untold))
        {
            return;
        }

        foreach (var field in shape.Properties.ToList())
        {
            // What its own record keeps for pages comes without a way to read it.
            if (field.Get is null || untold.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            {
                shape.Properties.Remove(field);
                continue;
            }

            field.IsRequired = true;
            if (shape.Type == typeof(KeyEntry) && field.Name.Equals(nameof(KeyEntry.Fingerprint), StringComparison.OrdinalIgnoreCase))
            {
                field.Get = entry => TextCut.Plain(((KeyEntry)entry).Fingerprint, FingerprintTold);
            }
        }
    }
}
