using Bunit;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Portal.Components.Home;

namespace Motics.Support.Portal.Tests.Components;

public sealed class UnattendedCardTests : PortalBunit
{
    [Theory]
    [InlineData(0, 17, null, "17 notes copied by hand in 7 days")]
    [InlineData(1, 0, null, "1 attempt failed in 7 days")]
    [InlineData(0, 0, null, "Nothing tried and nothing copied in 7 days")]
    [InlineData(11, 6, "wait-and-retry", "Passing trouble: wait some minutes and try again · 11 attempts failed and 6 notes copied by hand in 7 days")]
    [InlineData(2, 0, "no-such-rule", "2 attempts failed in 7 days")]
    public void Clinic_SaysWhyItIsThere(int failed, int copied, string? reason, string says)
    {
        var clinic = new UnattendedOrganisation("harbour", "Harbour", Ehr.Cliniko, "uk1", Health.NeedsKey, "because", Start, MigrationState.NeedsKey, reason, failed, copied);

        var card = Render<UnattendedCard>(parameters => parameters.Add(part => part.Part, new UnattendedPart(1, [clinic])).Add(part => part.Href, "/").Add(part => part.InIncidentHref, "/"));

        Assert.Equal(says, card.Find("li .sub").TextContent);
    }
}
