using Bunit;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class SubjectReadsTests : PortalBunit
{
    [Fact]
    public void Subject_ThatIsPlain_SaysHowItIsUnderstood()
    {
        var reads = Show("Notes do not arrive since Monday");

        Assert.Equal("Understood as: Notes do not arrive, from “Notes do not arrive”.", reads.Find("[role=status]").TextContent.Trim());
        Assert.Equal("notes-not-pushing", reads.Find("select").GetAttribute("value"));
        Assert.True(reads.Instance.MayBeRead);
        Assert.Empty(reads.Instance.Chosen);
    }

    [Theory]
    [InlineData("Cliniko")]
    [InlineData("")]
    [InlineData(null)]
    public void Subject_ThatSaysNothing_ShowsNothing(string? subject) => Assert.Empty(Show(subject).Markup.Trim());

    [Fact]
    public void Subject_MadeUpByTheConsole_MayNotBeRead() => Assert.False(Show(null).Instance.MayBeRead);

    [Fact]
    public void Subject_UnderstoodWrongly_CanBeChanged()
    {
        var reads = Show("Notes do not arrive");

        reads.Find("select").Change("server-error");

        Assert.False(reads.Instance.MayBeRead);
        Assert.Equal([new(FactNames.Symptom, "server-error")], reads.Instance.Chosen);
        Assert.Equal("Chosen by you: A server error.", reads.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public void Subject_UnderstoodTooSoon_CanBeLeftOpen()
    {
        var reads = Show("Notes do not arrive");

        reads.Find("select").Change("");

        Assert.Equal([new(FactNames.Symptom, null)], reads.Instance.Chosen);
        Assert.Contains("Left open", reads.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<SubjectReads> Show(string? subject) => Render<SubjectReads>(parameters => parameters.Add(reads => reads.Subject, subject));
}
