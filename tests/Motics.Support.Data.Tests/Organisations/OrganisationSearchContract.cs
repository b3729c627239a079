using CsCheck;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Tests.Organisations;

public abstract class OrganisationSearchContract(Engine engine) : OrganisationContract(engine)
{
    private static readonly Clinic[] Clinics =
    [
        new("harbour-street", "Harbour Street Physio"),
        new("zoe", "Zoë's Øre & Groß Praxis 100%"),
        new("st.kilda_1", "St. Kilda [North] \"Clinic\""),
        new("stub-only"),
        new("nz-7", "Māori Health*"),
        new("back", @"Back\slash (OR) AND NOT"),
    ];

    [Theory]
    [InlineData("harbour", "harbour-street")]
    [InlineData("BOUR STR", "harbour-street")]
    [InlineData("street", "harbour-street")]
    [InlineData("  physio  ", "harbour-street")]
    [InlineData("zoe", "zoe")]
    [InlineData("ZOË", "zoe")]
    [InlineData("ore", "zoe")]
    [InlineData("GROSS", "zoe")]
    [InlineData("groß", "zoe")]
    [InlineData("100%", "zoe")]
    [InlineData("%", "zoe")]
    [InlineData("_", "st.kilda_1")]
    [InlineData("[", "st.kilda_1")]
    [InlineData("[nor", "st.kilda_1")]
    [InlineData("\"", "st.kilda_1")]
    [InlineData("st.k", "st.kilda_1")]
    [InlineData("stub", "stub-only")]
    [InlineData("maori", "nz-7")]
    [InlineData("*", "nz-7")]
    [InlineData("\\", "back")]
    [InlineData("and not", "back")]
    [InlineData("z", "nz-7 zoe")]
    [InlineData("nz", "nz-7")]
    [InlineData("-", "harbour-street nz-7 stub-only")]
    [InlineData("'; DROP TABLE organisation; --", "")]
    [InlineData("qq", "")]
    public async Task Search_AnyPart_FindsNameOrId(string search, string expected)
    {
        await InsertAsync(Clinics);
        Assert.Equal(expected, string.Join(' ', await FindAsync(search)));
    }

    [Fact]
    public async Task Search_MoreThanAreSorted_StillFindsThemInOrderAndPages()
    {
        await InsertAsync(Enumerable.Range(0, 2100).Select(index => new Clinic($"id{index:d4}", index == 1500 ? "Only One" : $"Clinic {index:d4}")));
        Assert.Equal(["id1500"], await FindAsync("only"));
        var (ids, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await Store.ListAsync(new OrganisationQuery { Search = "clinic", Limit = 200, Cursor = cursor }, Cancel)).Value!;
            ids.AddRange(page.Items.Select(row => row.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Range(0, 2100).Where(index => index != 1500).Select(index => $"id{index:d4}"), ids);
        Assert.Equal(2099, (await Store.CountAsync(new OrganisationQuery { Search = "clinic" }, Cancel)).Matching);
    }

    [Fact]
    public async Task Search_AnySubstringOfAnything_FindsIt()
    {
        await InsertAsync(Clinics);
        var texts = Clinics.SelectMany(clinic => new[] { (clinic.Id, Text: clinic.Id), (clinic.Id, Text: clinic.Name ?? clinic.Id) }).ToArray();
        var parts = from index in Gen.Int[0, texts.Length - 1] let one = texts[index] from start in Gen.Int[0, one.Text.Length - 1] from length in Gen.Int[1, one.Text.Length - start] select (one.Id, Part: one.Text.Substring(start, length));
        await parts.Where(part => TextFolding.Fold(part.Part).Length > 0).SampleAsync(async part => Assert.Contains(part.Id, await FindAsync(part.Part)), iter: 150, threads: 1);
    }

    private async Task<IEnumerable<string>> FindAsync(string search) =>
        (await Store.ListAsync(new OrganisationQuery { Search = search }, Cancel)).Value!.Items.Select(row => row.Id).Order(StringComparer.Ordinal);
}

public sealed class OrganisationSearchOnSqlite() : OrganisationSearchContract(Engine.Sqlite);

public sealed class OrganisationSearchOnSqlServer() : OrganisationSearchContract(Engine.SqlServer);
