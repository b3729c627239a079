using Bunit;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Organisations.Lists;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Tests.Components.Organisations;

public sealed class OrganisationRowTests : PortalBunit
{
    private static readonly DateTimeOffset Moved = Start.AddDays(-27);

    private static OrganisationItem Owing { get; } = new()
    {
        Id = "spruce",
        Name = "Spruce Allied Health",
        Ehr = Ehr.Cliniko,
        Place = new("ca1", PlaceSource.Organisation),
        MigratedAt = Moved,
        Wave = "1",
        Health = Health.NeedsKey,
        HealthSince = Moved,
    };

    [Fact]
    public void Cause_OwesAKey_IsWhatFailsElseThatTheKeyIsOwed()
    {
        Assert.Equal("No key since the move", Words.Cause(Owing));
        Assert.Equal("Missing API key", Words.Cause(Owing with { Failing = new(Operation.PatientSearch, ErrorKind.MissingApiKey, 2) }));
        Assert.Equal("No key", Words.Cause(Owing with { MigratedAt = null }));
    }

    [Fact]
    public void Cause_PushesFailWhileSearchWorks_SaysThatItIsThePushes()
    {
        var failing = Owing with { Health = Health.Failing, LastSuccessAt = Start, Failing = new(Operation.NotePush, ErrorKind.PermissionDenied, 1) };
        Assert.Equal("Pushing notes: key not allowed to do this", Words.Cause(failing));
        Assert.Equal("Key not allowed to do this", Words.Cause(failing with { Failing = failing.Failing! with { Operations = 2 } }));
    }

    [Fact]
    public void Cause_OtherStates_IsSaidWhereThereIsOne()
    {
        var failing = Owing with { Failing = new(Operation.PatientSearch, ErrorKind.AuthenticationFailed, 1) };
        Assert.Equal("Key not tried yet", Words.Cause(failing with { Health = Health.Unverified }));
        Assert.Null(Words.Cause(failing with { Health = Health.Connected }));
        Assert.Null(Words.Cause(failing with { Health = Health.NotApplicable }));
        Assert.Null(Words.Cause(failing with { Health = Health.Unknown }));
    }

    [Fact]
    public void Row_SaysPlaceCauseHolderAndWave()
    {
        var row = Show(Owing with { Ticket = new(1012, "ana", "Ana"), OpenTickets = 1 });
        Assert.Equal(["Spruce Allied Health", "Cliniko ca1", "Needs key", "27 days", "–", "No key since the move", "Ana #1012", "none"], Cells(row).Take(8));
        Assert.StartsWith("1 · ", Cells(row)[8], StringComparison.Ordinal);
        Assert.Equal("/tickets/1012", row.Find("td a[href^='/tickets']").GetAttribute("href"));
        Assert.Equal("Cliniko ca1 · 27 days · No key since the move · Ana", Cells(row)[9]);
    }

    [Fact]
    public void Row_OfTheMigration_SaysHowItCameThroughAndWhatHoldsItUp()
    {
        var cells = Cells(Render<OrganisationRowView>(parameters => parameters.Add(view => view.OfMigration, true)
            .Add(view => view.Row, Owing with { MigrationState = MigrationState.Relapsed, Reason = "key-owner-cannot-write-notes", Need = 41, Week = new(31, 5) })));
        Assert.Equal(("Stopped", "41", "The key belongs to somebody who may not write notes"), (cells[2], cells[4], cells[5]));
    }

    [Fact]
    public void Row_OtherEhr_HasNoDurationAndNoKeys()
    {
        var cells = Cells(Show(Owing with { Ehr = Ehr.Meddbase, Place = new(null, null), Health = Health.NotApplicable, Keys = new(2, 1, 2, KeyOutcome.Failed) }));
        Assert.Equal(("Meddbase", "Other EHR", "–", "–"), (cells[1], cells[2], cells[3], cells[7]));
    }

    [Fact]
    public void Row_NobodyHasIt_SaysSo()
    {
        Assert.Equal("no ticket", Cells(Show(Owing))[6]);
        Assert.Equal("Nobody #1012", Cells(Show(Owing with { Ticket = new(1012, null, null) }))[6]);
        var well = Cells(Show(new() { Id = "x", Ehr = null, Place = new(null, null), Health = Health.Connected }));
        Assert.Equal(("EHR not known", "–", "–"), (well[1], well[3], well[6]));
        Assert.Equal("EHR not known · –", well[9]);
    }

    private IRenderedComponent<OrganisationRowView> Show(OrganisationItem row) => Render<OrganisationRowView>(parameters => parameters.Add(view => view.Row, row));

    private static IReadOnlyList<string> Cells(IRenderedComponent<OrganisationRowView> row) =>
        [.. row.FindAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
