using Bunit;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Tests.Components;

public sealed class StatusChipTests : PortalBunit
{
    [Theory]
    [InlineData(Health.NeedsKey, "bad", "Needs key")]
    [InlineData(Health.Failing, "warn", "Failing")]
    [InlineData(Health.Connected, "ok", "Connected")]
    [InlineData(Health.Unverified, null, "Key saved, unproven")]
    public void StatusChip_Health_IsColourDrawingAndWord(Health health, string? tone, string word)
    {
        var chip = Render<StatusChip>(parameters => parameters.Add(part => part.Status, Status.Of(health)).Add(part => part.Why, "Because.")).Find(".chip");

        Assert.Equal(tone is not null, chip.ClassList.Contains(tone ?? "bad"));
        Assert.Equal(word, chip.TextContent.Trim());
        Assert.NotNull(chip.QuerySelector("svg[aria-hidden=true]"));
        Assert.Equal("Because.", chip.GetAttribute("data-tip"));
        Assert.Equal("0", chip.GetAttribute("tabindex"));
    }

    [Fact]
    public void StatusChip_NothingToSay_IsNoStopForTheKeyboard()
    {
        var chip = Render<StatusChip>(parameters => parameters.Add(part => part.Status, Status.Of(Health.Connected))).Find(".chip");

        Assert.False(chip.HasAttribute("tabindex"));
    }

    [Fact]
    public void StatusOf_EveryHealth_HasItsOwnLook()
    {
        var looks = Enum.GetValues<Health>().Select(Status.Of).ToList();

        Assert.Equal(looks.Count, looks.Select(look => look.Icon).Distinct().Count());
        Assert.Equal(looks.Count, looks.Select(look => look.Word).Distinct().Count());
    }
}
