using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage.Reading;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class ReporterNameTests
{
    [Theory]
    [InlineData("Anna Berg", "Anna")]
    [InlineData("anna", "Anna")]
    [InlineData("  Zoë   O’Neill ", "Zoë")]
    [InlineData("Jean-Luc Martin", "Jean-Luc")]
    [InlineData("Anna Berg, practice manager", "Anna")]
    [InlineData("Anna (front desk)", "Anna")]
    [InlineData("Anna from reception", "Anna")]
    [InlineData("Anna - owner", "Anna")]
    [InlineData("Dr Berg", "Dr Berg")]
    [InlineData("Dr. Anna Berg", "Dr. Anna Berg")]
    [InlineData("A. Berg", "A. Berg")]
    [InlineData("李伟", "李伟")]
    public void ToGreet_SomebodysName_IsTheFirstNameOrTheNameAsGiven(string reporter, string name) => Assert.Equal(name, ReporterName.ToGreet(reporter, "Harbour Street Physio"));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("Front desk")]
    [InlineData("Practice manager")]
    [InlineData("Podiatrist")]
    [InlineData("our receptionist")]
    [InlineData("Reception Anna")]
    [InlineData("Berg, Anna")]
    [InlineData("A. B…")]
    [InlineData("A. B.")]
    [InlineData("Dr")]
    [InlineData("[e-mail]")]
    [InlineData("Anna [phone]")]
    [InlineData("anna@clinic.example")]
    [InlineData("+61 2 5550 1234")]
    [InlineData("Anna 0412")]
    [InlineData("<b>Anna</b>")]
    [InlineData("{ehr}")]
    [InlineData("Harbour Street")]
    [InlineData("Harbour Street Physio")]
    [InlineData("unknown")]
    [InlineData("Message from Anna")]
    [InlineData("Anna Maria Sophia de la Cruz")]
    public void ToGreet_WhatIsNotPlainlyAName_GreetsNobody(string? reporter) => Assert.Null(ReporterName.ToGreet(reporter, "Harbour Street Physio"));

    [Theory]
    [InlineData("Dr Send Us Key")]
    [InlineData("Dr send the key")]
    [InlineData("Mrs Give Token")]
    public void ToGreet_WordsThatWouldAskForAKey_AreNoName(string reporter)
    {
        Assert.True(TextCheck.AsksForKey($"Hello {reporter}, and thank you for telling us.") || reporter.Contains("Send Us", StringComparison.Ordinal));
        Assert.Null(ReporterName.ToGreet(reporter, null));
    }
}
