using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class HealthRuleTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Find_NothingKnown_IsUnknown() =>
        Check(Health.Unknown, null, "Motics has not said which EHR this organisation uses.");

    [Fact]
    public void Find_NoEhr_IsUnknownWhateverFails() =>
        Check(Health.Unknown, null, "Motics says that this organisation uses no EHR.", Told(0, Ehr.None), Failed(1, "Authentication failed"));

    [Fact]
    public void Find_ToldOnly_IsUnknown() => Check(Health.Unknown, null, "Nothing is known yet of the connection to Cliniko.", Told(0, Ehr.Cliniko));

    [Fact]
    public void Find_NewestSwitchIsOff_IsDisabledSinceThen() =>
        Check(Health.Disabled, 5, "Cliniko was switched off in Motics on 23 Nov 2026 09:05 UTC.", Worked(1), Make(EventType.IntegrationDisabled, 5), Worked(6));

    [Fact]
    public void Find_SwitchedOnAgain_IsNotDisabled() =>
        Check(Health.Connected, 1, "Patient search works, and nothing has failed since 23 Nov 2026 09:01 UTC; pushing notes has not been tried yet.", Worked(1), Make(EventType.IntegrationDisabled, 5), Make(EventType.IntegrationEnabled, 6));

    [Fact]
    public void Find_MigratedAndNothingSince_NeedsKeySinceTheMigration() =>
        Check(Health.NeedsKey, 3, "No key was saved and nothing has worked since the migration on 23 Nov 2026 09:03 UTC.", Saved(0), Worked(1), Migrated(3));

    [Fact]
    public void Find_MigratedAndSearchesInVain_DoesNotSayThatNothingWasTried() =>
        Check(
            Health.NeedsKey, 3, "No key was saved since the migration on 23 Nov 2026 09:03 UTC, and every search since has found nobody.",
            Saved(0), Worked(1), Migrated(3), Make(EventType.PatientSearchCompleted, 6) with { ResultCount = 0 });

    [Fact]
    public void Find_WorksAndSearchesInVain_SaysBoth() =>
        Check(
            Health.Connected, 6, "Pushing notes works, and nothing has failed since 23 Nov 2026 09:06 UTC; searches have found nobody since the migration on 23 Nov 2026 09:03 UTC.",
            Migrated(3), Make(EventType.NotePushSucceeded, 6), Make(EventType.PatientSearchCompleted, 7) with { ResultCount = 0 });

    [Fact]
    public void Find_MigratedAndKeyFailure_NeedsKeySinceTheMigration() =>
        Check(Health.NeedsKey, 3, "Authentication failed since 23 Nov 2026 09:04 UTC; no key was saved since the migration on 23 Nov 2026 09:03 UTC.", Worked(1), Migrated(3), Failed(4, "Authentication failed"), Failed(5, "Authentication failed"));

    [Fact]
    public void Find_KeyFailureAfterSuccess_NeedsKeySinceTheFirstFailure() =>
        Check(Health.NeedsKey, 4, "Authentication failed since 23 Nov 2026 09:04 UTC; no key was saved since the last success on 23 Nov 2026 09:03 UTC.", Saved(0), Worked(3), Failed(4, "Authentication failed"), Failed(5, "Authentication failed"));

    [Fact]
    public void Find_KeyFailureAndNeverAKey_NeedsKey() =>
        Check(Health.NeedsKey, 4, "The API key is missing since 23 Nov 2026 09:04 UTC; no key was ever saved.", Failed(4, "Missing API key"));

    [Fact]
    public void Find_MigratedAndOtherFailure_IsFailing() =>
        Check(Health.Failing, 4, "Other actions have failed since 23 Nov 2026 09:04 UTC, once; the last success was on 23 Nov 2026 09:01 UTC.", Worked(1), Migrated(3), Failed(4, "Service unavailable"));

    [Fact]
    public void Find_KeySavedAndNothingSince_IsUnverified() =>
        Check(Health.Unverified, 5, "A key was saved on 23 Nov 2026 09:05 UTC, and nothing has shown since whether it works.", Migrated(3), Failed(4, "Authentication failed"), Saved(5));

    [Fact]
    public void Find_SearchThatFoundNobody_ProvesNothing() => Check(Health.Unverified, 5, null, Migrated(3), Saved(5), Make(EventType.PatientSearchCompleted, 6) with { ResultCount = 0 });

    [Fact]
    public void Find_NewKeyFailsToo_IsFailingSinceTheFirstFailureThatNothingMended() =>
        Check(Health.Failing, 4, "Other actions have failed since 23 Nov 2026 09:04 UTC, 3 times; nothing has worked so far.", Migrated(3), Failed(4, "Authentication failed"), Saved(5), Failed(6, "Authentication failed"), Failed(7, "Authentication failed"));

    [Fact]
    public void Find_NewKeyWorks_IsConnectedSinceItsFirstSuccess() =>
        Check(Health.Connected, 6, "Patient search works, and nothing has failed since 23 Nov 2026 09:06 UTC; pushing notes has not been tried with the newest key.", Worked(1), Migrated(3), Saved(5), Worked(6), Worked(7));

    [Fact]
    public void Find_KeyAndSuccessAtOneTime_SuccessIsAfterTheKey() => Check(Health.Connected, 5, null, Saved(5), Worked(5));

    [Fact]
    public void Find_KeyAndMigrationAtOneTime_KeyIsAfterTheMigration() => Check(Health.Unverified, 5, null, Worked(1), Saved(5), Migrated(5));

    [Fact]
    public void Find_FailureWithoutEhr_CountsForTheOwn() =>
        Check(Health.Failing, 6, null, Told(0, Ehr.Nookal), Make(EventType.Verified, 5, Ehr.Nookal), Failed(6, "Internal server error") with { Type = EventType.ServerFailed, Ehr = null });

    [Fact]
    public void Find_FailureOfAnotherEhr_CountsForNothing() => Check(Health.Connected, 5, null, Told(0, Ehr.Nookal), Make(EventType.Verified, 5, Ehr.Nookal), Failed(6, "Authentication failed"));

    [Theory]
    [InlineData(EventType.NotePushSucceeded)]
    [InlineData(EventType.Verified)]
    public void Find_ASuccess_IsConnected(EventType type) => Check(Health.Connected, 1, null, Make(type, 1));

    [Fact]
    public void Find_SearchWorksAndPushesAreRefused_SaysExactlyThatAndSearchesDoNotMoveIt() =>
        Check(
            Health.Failing, 4, "Patient search works; pushing notes has failed since 23 Nov 2026 09:04 UTC, 3 times.",
            Saved(1), Worked(2), Pushed(3), Refused(4, "Permission denied"), Worked(5), Refused(6, "Permission denied"), Worked(7), Refused(8, "Bad request"), Worked(9));

    [Fact]
    public void Find_TwoOperationsFail_SinceTheOneThatFailsLongest() =>
        Check(
            Health.Failing, 4, "Pushing notes has failed since 23 Nov 2026 09:04 UTC, once; patient search has failed since 23 Nov 2026 09:05 UTC, once; the last success was on 23 Nov 2026 09:02 UTC.",
            Worked(2), Refused(4, "Permission denied"), Failed(5, "Internal server error") with { Type = EventType.PatientSearchFailed });

    [Theory]
    [InlineData("Authentication failed", true)]
    [InlineData("Region mismatch", true)]
    [InlineData("Request timed out", true)]
    [InlineData("Too many requests", true)]
    [InlineData("Service unavailable", true)]
    [InlineData("Permission denied", false)]
    [InlineData("Internal server error", false)]
    [InlineData("Patient not linked", false)]
    [InlineData("Bad request", false)]
    [InlineData("No patients recognised", false)]
    [InlineData("Something odd", false)]
    public void Find_AnotherOperationSucceeds_MendsWhatKeyAndSiteDecide(string message, bool mends)
    {
        Check(mends ? Health.Connected : Health.Failing, mends ? 5 : 4, null, Worked(1), Refused(4, message), Worked(5), Worked(6));
        Check(Health.Connected, 7, null, Worked(1), Refused(4, message), Refused(6, message), Pushed(7), Worked(8));
    }

    [Theory]
    [InlineData(Operation.Other)]
    [InlineData(Operation.Verify)]
    public void Find_OperationThatClinicsDoNotWaitFor_IsMendedByAnySuccess(Operation operation) =>
        Check(Health.Connected, 5, null, Worked(1), Failed(4, "Permission denied") with { Operation = operation }, Worked(5));

    [Fact]
    public void Find_KeyOrMigrationAfterAFailure_MendsNothing() =>
        Check(Health.Failing, 4, null, Worked(1), Refused(4, "Permission denied"), Migrated(5), Saved(6), Worked(7));

    [Fact]
    public void Find_EverythingMended_IsConnectedSinceTheLastOfItWas() =>
        Check(
            Health.Connected, 9, "Patient search and pushing notes work, and nothing has failed since 23 Nov 2026 09:09 UTC.",
            Saved(1), Worked(2), Refused(3, "Permission denied"), Refused(4, "Request timed out"), Worked(5), Pushed(9), Worked(10));

    [Theory]
    [InlineData(Ehr.Meddbase)]
    [InlineData(Ehr.Semble)]
    public void Find_EhrThatTheMigrationLeftAlone_IsNotApplicableWhateverHappened(Ehr ehr)
    {
        var failed = Failed(5, "Authentication failed") with { Ehr = ehr };
        Check(Health.NotApplicable, null, $"The migration does not ask {ehr} clinics to reconnect.", Told(0, ehr), Migrated(3));
        Check(Health.NotApplicable, 4, null, Told(0, ehr), Migrated(3), Make(EventType.Verified, 4, ehr));
        Check(
            Health.NotApplicable, 5, $"The migration does not ask {ehr} clinics to reconnect; other actions have failed since 23 Nov 2026 09:05 UTC, once.",
            Told(0, ehr), Migrated(3), Make(EventType.Verified, 4, ehr), failed, Make(EventType.IntegrationDisabled, 6, ehr));
    }

    private static void Check(Health health, int? sinceMinute, string? reason, params IntegrationEvent[] events)
    {
        var organisation = new OrganisationState { Id = "harbour" };
        foreach (var happened in events.OrderBy(each => EventStamp.Of(each)))
            OrganisationFold.Apply(organisation, happened, EventStamp.Of(happened), new NoHistory());

        var finding = HealthRule.Find(organisation);

        Assert.Equal((health, sinceMinute is { } minute ? Monday.AddMinutes(minute) : null), (finding.Health, finding.Since));
        if (reason is not null)
            Assert.Equal(reason, finding.Reason);
    }

    private static IntegrationEvent Make(EventType type, int minute, Ehr? ehr = Ehr.Cliniko) =>
        new() { Id = $"{type}-{minute}", Source = "test", Type = type, Time = Monday.AddMinutes(minute), OrganisationId = "harbour", Ehr = ehr };

    private static IntegrationEvent Told(int minute, Ehr ehr) => Make(EventType.OrganisationUpdated, minute, ehr);

    private static IntegrationEvent Migrated(int minute) => Make(EventType.OrganisationMigrated, minute, null);

    private static IntegrationEvent Saved(int minute) => Make(EventType.KeySaved, minute) with { KeyFingerprint = "print" };

    private static IntegrationEvent Worked(int minute) => Make(EventType.PatientSearchCompleted, minute) with { ResultCount = 1 };

    private static IntegrationEvent Pushed(int minute) => Make(EventType.NotePushSucceeded, minute);

    private static IntegrationEvent Refused(int minute, string message) => Failed(minute, message) with { Type = EventType.NotePushFailed };

    private static IntegrationEvent Failed(int minute, string message) => Make(EventType.IntegrationFailed, minute) with
    {
        Error = new IntegrationError { Message = message, Kind = ErrorClassifier.Classify(null, null, message), NormalisedMessage = message },
    };

    /// <summary>For histories in order, which look nothing up.</summary>
    private sealed class NoHistory : IEventHistory
    {
        public KeyEntryState? Key(string ehr, EventStamp stamp) => throw new InvalidOperationException("In order, nothing is looked up.");
        public KeyEntryState? KeyBefore(string ehr, EventStamp stamp) => throw new InvalidOperationException("In order, nothing is looked up.");
        public EventStamp? KeyAfter(string ehr, EventStamp stamp) => throw new InvalidOperationException("In order, nothing is looked up.");
        public EventStamp? FirstSuccessAfter(string ehr, EventStamp stamp, Operation? operation) => throw new InvalidOperationException("In order, nothing is looked up.");
        public IReadOnlyList<Attempt> Attempts(string ehr, EventStamp after, EventStamp? before) => throw new InvalidOperationException("In order, nothing is looked up.");
        public SearchCount SearchesSince(string ehr, EventStamp stamp) => throw new InvalidOperationException("In order, nothing is looked up.");
        public KeySummary KeysSince(string ehr, EventStamp? stamp) => throw new InvalidOperationException("In order, nothing is looked up.");

        public void Keep(KeyEntryState entry)
        {
            // The fold holds the newest entry itself.
        }
    }
}
