using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Short ways to set up an organisation as it is read.</summary>
internal static class Clinics
{
    public static readonly DateTimeOffset Migrated = Cases.Now.AddDays(-5);

    public static OrganisationDetail Of(params OperationState[] operations) => new() { Id = "mill-lane", Ehr = Ehr.Cliniko, MigratedAt = Migrated, Operations = operations };

    public static OrganisationDetail Connected(params OperationState[] operations) => Of(operations) with { Health = Health.Connected, HealthSince = Cases.Now.AddDays(-4) };

    public static OperationState Worked(Operation operation, double hoursAgo) => new()
    {
        Operation = operation,
        State = OperationStatus.Works,
        LastSuccessAt = Cases.Now.AddHours(-hoursAgo),
        Since = Cases.Now.AddHours(-hoursAgo),
    };

    public static OperationState Failed(Operation operation, ErrorKind kind, double hoursAgo, string message = "it failed", double? workedHoursAgo = null)
    {
        var at = Cases.Now.AddHours(-hoursAgo);
        return new()
        {
            Operation = operation,
            State = OperationStatus.Failing,
            Since = at,
            LastFailureAt = at,
            LastSuccessAt = workedHoursAgo is { } worked ? Cases.Now.AddHours(-worked) : null,
            Unmended = [new(kind, at, at, 1, Error(kind, at, message, operation))],
        };
    }

    public static LastError Error(ErrorKind kind, DateTimeOffset at, string message = "it failed", Operation operation = Operation.NotePush) =>
        new(kind, message, at, operation, null, 403, null, "group", null, null);

    public static KeyEntry Key(double daysAgo, string fingerprint = "aa") => new() { SavedAt = Cases.Now.AddDays(-daysAgo), Fingerprint = fingerprint };
}
