namespace Motics.Support.Portal.Tests.Hosting;

/// <summary>Events as Motics OS tells them.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Migrated = DateTimeOffset.UtcNow.AddDays(-7);

    public static object Event(string type, string organisation, object data, DateTimeOffset? time = null, string? id = null) => new
    {
        specversion = "1.0",
        id = id ?? Guid.CreateVersion7().ToString(),
        source = "motics-os",
        type = $"ai.motics.{type}",
        subject = organisation,
        time = (time ?? DateTimeOffset.UtcNow).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        data,
    };

    /// <summary>A Cliniko clinic that was migrated a week ago and whose only key fails since.</summary>
    public static object[] StuckClinic(string id) =>
    [
        Event("organisation.updated", id, new { name = $"Clinic {id}", ehr = "cliniko", clinikoShard = "uk1" }, Migrated.AddDays(-1)),
        Event("organisation.migrated", id, new { wave = "w1" }, Migrated),
        Event("integration.key-saved", id, new { ehr = "cliniko", keyFingerprint = "f00dfeed12345678", keySuffix = "uk1", actorRole = "owner" }, Migrated.AddHours(1)),
        Event("integration.failed", id, new { ehr = "cliniko", operation = "patient-search", error = new { message = "Authentication failed", httpStatus = 401, correlationId = $"c-{id}" } }, Migrated.AddHours(2)),
    ];

    /// <summary>A Cliniko clinic that reconnected after the migration: patients are found and notes arrive.</summary>
    public static object[] WorkingClinic(string id) =>
    [
        Event("organisation.updated", id, new { name = $"Clinic {id}", ehr = "cliniko", clinikoShard = "uk1" }, Migrated.AddDays(-1)),
        Event("organisation.migrated", id, new { wave = "w1" }, Migrated),
        Event("integration.key-saved", id, new { ehr = "cliniko", keyFingerprint = "f00dfeed12345678", keySuffix = "uk1", actorRole = "owner" }, Migrated.AddHours(1)),
        Event("patient-search.completed", id, new { ehr = "cliniko", resultCount = 2 }, Migrated.AddHours(2)),
        Event("note-push.succeeded", id, new { ehr = "cliniko" }, Migrated.AddHours(2).AddMinutes(5)),
    ];
}
