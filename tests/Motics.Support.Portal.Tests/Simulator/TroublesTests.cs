using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Simulator;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;
using Motics.Support.Simulator.Stories;
using Motics.Support.Simulator.Telling;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class TroublesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<ErrorKind> Kinds => [.. Enum.GetValues<ErrorKind>().Where(kind => kind is not ErrorKind.NoPatientsRecognised)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Trouble_EveryWording_IsReadAsTheKindItMeans(ErrorKind kind)
    {
        foreach (var clinic in new Rehearsal(1, Now, 2 * StoryBook.All.Count).Clinics)
            Assert.Equal(kind, Read(clinic, diary => Troubles.Of(kind, diary)).Kind);
    }

    [Fact]
    public void SharedFault_SeveralClinicsOfOneEhr_HaveOneNormalisedMessage()
    {
        var clinics = new Rehearsal(1, Now, StoryBook.Organisations).Clinics.Where(clinic => clinic.Story.Name == "repeated-server-errors").ToList();
        var messages = clinics.Select(clinic => Read(clinic, Troubles.SharedFault)).ToList();
        Assert.True(clinics.Count > 5);
        Assert.Single(messages.Select(error => error.NormalisedMessage).Distinct());
        Assert.All(messages, error => Assert.Equal(ErrorKind.ServerError, error.Kind));
        Assert.True(messages.Select(error => error.Message).Distinct().Count() > 1);
    }

    private static IntegrationError Read(Clinic clinic, Func<Diary, ErrorData> trouble)
    {
        var diary = new Diary(clinic, new Chance((ulong)clinic.Number), new Almanac(Now));
        diary.Fail(Now, Operation.PatientSearch, trouble(diary));
        var request = EventReader.Read(SimulatedEvent.ToJson(diary.Events), "application/cloudevents-batch+json", null, Now);
        return Assert.Single(request.Events).Event!.Error!;
    }
}
