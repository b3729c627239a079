using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class KeyEntryStateTests
{
    /// <summary>Also of a key that was replaced since, of which nothing but this is kept.</summary>
    [Theory]
    [InlineData(ErrorKind.IntegrationDisabled, null)]
    [InlineData(ErrorKind.AuthenticationFailed, 3L)]
    public void Add_FailureBecauseItIsSwitchedOff_IsNoFailureOfTheKey(ErrorKind kind, long? failed)
    {
        var key = new KeyEntryState { Ehr = "cliniko", Stamp = Stamp(1), Fingerprint = "e2aa5510" };
        key.Add(new Attempt(Stamp(2), null));
        key.Add(new Attempt(Stamp(3), kind));
        Assert.Equal((failed, 3L), (key.LastKeyFailureAt, key.LastDecidingFailureAt));
    }

    private static EventStamp Stamp(long at) => EventStamp.Of(at, 3, "source", "id");
}
