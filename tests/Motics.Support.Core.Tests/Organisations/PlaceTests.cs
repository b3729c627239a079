using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class PlaceTests
{
    [Theory]
    [InlineData(null, null, null, null, null, null)]
    [InlineData(NookalRegion.Us, null, null, "us", PlaceSource.Organisation, null)]
    [InlineData(NookalRegion.Us, "app.nookal.com", null, "us", PlaceSource.Organisation, null)]
    [InlineData(NookalRegion.Us, "app.nookal.co.uk", null, "us", PlaceSource.Organisation, "eu")]
    [InlineData(NookalRegion.Us, "app.nookal.co.uk", NookalRegion.Eu, "eu", PlaceSource.NewestKey, null)]
    [InlineData(null, "app.nookal.com.au", null, "au-nz", PlaceSource.SignInHost, null)]
    [InlineData(null, "nookal.com.evil.example", null, null, null, null)]
    public void Of_Nookal_NamesItsSourceAndTheContradiction(NookalRegion? region, string? site, NookalRegion? keyRegion, string? name, PlaceSource? source, string? contradiction)
    {
        var place = Place.Of(Ehr.Nookal, new(region, site, "uk1", keyRegion, "uk1"));
        Assert.Equal((name, source, contradiction), (place.Name, place.Source, place.Contradiction));
        Assert.Equal(contradiction is null ? null : PlaceSource.SignInHost, place.ContradictionSource);
    }

    [Theory]
    [InlineData(null, null, null, null, null, false)]
    [InlineData("uk1", null, "uk1", PlaceSource.Organisation, null, false)]
    [InlineData("uk1", "uk1", "uk1", PlaceSource.Organisation, null, false)]
    [InlineData("uk1", "au2", "uk1", PlaceSource.Organisation, "au2", false)]
    [InlineData("uk1", "", "uk1", PlaceSource.Organisation, "au1", true)]
    [InlineData("au1", "", "au1", PlaceSource.Organisation, null, false)]
    [InlineData(null, "ca1", "ca1", PlaceSource.KeySuffix, null, false)]
    [InlineData(null, "", "au1", PlaceSource.KeySuffix, null, false)]
    public void Of_Cliniko_NamesItsSourceAndTheContradiction(string? shard, string? suffix, string? name, PlaceSource? source, string? contradiction, bool missing)
    {
        var place = Place.Of(Ehr.Cliniko, new(NookalRegion.Us, "app.nookal.com", shard, NookalRegion.Eu, suffix));
        Assert.Equal((name, source, contradiction, missing), (place.Name, place.Source, place.Contradiction, place.SuffixMissing));
    }

    [Theory]
    [InlineData(Ehr.Meddbase)]
    [InlineData(null)]
    public void Of_OtherEhr_IsNowhere(Ehr? ehr) => Assert.Null(Place.Of(ehr, new(NookalRegion.Us, "app.nookal.com", "uk1", null, "uk1")).Name);
}
