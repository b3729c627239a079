using System.Text;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Import;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class OrganisationCsvTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Read_GoodFile_GivesItsRows()
    {
        var reading = await ReadAsync(OrganisationCsv.Header + "\nharbour, Harbour Street ,nookal,au-nz,APP.Nookal.com.au,,2026-11-20T10:00:00+11:00\nmill,,,,,UK1,\n");
        Assert.Empty(reading.Rejected);
        Assert.Equal(
            [
                new OrganisationCsvLine(2, "harbour", "Harbour Street", Ehr.Nookal, NookalRegion.AuNz, "app.nookal.com.au", null, new DateTimeOffset(2026, 11, 19, 23, 0, 0, TimeSpan.Zero)),
                new OrganisationCsvLine(3, "mill", null, null, null, null, "uk1", null),
            ],
            reading.Rows);
    }

    [Fact]
    public async Task Read_MarkQuotesAndCrLf_AreUnderstood()
    {
        var reading = await ReadAsync("\uFEFFid,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt\r\n\"a\",\"Say \"\"hi\"\", please\",,,,,\r\n,,,,,,\r\n\r\nb,\"two\nlines\",,,,,\r\nc,Ünï,,,,,");
        Assert.Equal([(2, "a", "Say \"hi\", please"), (5, "b", "two\nlines"), (7, "c", "Ünï")], reading.Rows.Select(row => (row.Line, row.Id, row.Name)));
    }

    [Fact]
    public async Task Read_ColumnsInAnotherOrder_AreFoundByName()
    {
        var reading = await ReadAsync("Name,ID,migratedAt,clinikoShard,nookalSite,nookalRegion,ehr\nMill,m,,,,,cliniko\n");
        Assert.Equal(new OrganisationCsvLine(2, "m", "Mill", Ehr.Cliniko, null, null, null, null), Assert.Single(reading.Rows));
    }

    [Fact]
    public async Task Read_FormulaLookingCell_IsText() =>
        Assert.Equal("=HYPERLINK(1)", Assert.Single((await ReadAsync(OrganisationCsv.Header + "\na,=HYPERLINK(1),,,,,\n")).Rows).Name);

    [Fact]
    public async Task Read_SecretInAName_IsMasked() =>
        Assert.DoesNotContain("jane", Assert.Single((await ReadAsync(OrganisationCsv.Header + "\na,Mail jane" + "@clinic.example,,,,,\n")).Rows).Name, StringComparison.Ordinal);

    [Fact]
    public async Task Read_EverythingWrongInALine_IsNamedAtOnceAndTheOthersStay()
    {
        var reading = await ReadAsync(OrganisationCsv.Header + "\ngood,,,,,,\nno good!,x,clinko,nz,not a host!,uk-1,yesterday\nlast,,,,,,\n");
        Assert.Equal(["good", "last"], reading.Rows.Select(row => row.Id));
        var line = Assert.Single(reading.Rejected);
        Assert.Equal((3, null), (line.Line, line.Id));
        Assert.Equal(["id", "ehr", "nookalRegion", "nookalSite", "clinikoShard", "migratedAt"], line.Errors.Select(error => error.Field));
        Assert.Contains("cliniko, nookal", line.Errors[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,,,,,,2027-01-01T00:00:00Z", "migratedAt")]
    [InlineData("a,,,", "line")]
    [InlineData("a,,,,,,,,", "line")]
    public async Task Read_BadLine_IsRejectedByField(string line, string field)
    {
        var rejected = Assert.Single((await ReadAsync($"{OrganisationCsv.Header}\n{line}\n")).Rejected);
        Assert.Equal(field, Assert.Single(rejected.Errors).Field);
    }

    [Theory]
    [InlineData("1960-01-01T00:00:00Z")]
    [InlineData("1969-12-31T23:59:59.999Z")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1999-12-31T23:59:59.999Z")]
    [InlineData("2000-01-01T00:30:00+01:00")]
    [InlineData("0026-11-01T09:30:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public async Task Read_MigratedBeforeTheYear2000_IsRejectedWithItsLineAndWhatWouldBeRight(string migratedAt)
    {
        var reading = await ReadAsync($"{OrganisationCsv.Header}\ngood,,,,,,2000-01-01T00:00:00Z\nold,,,,,,{migratedAt}\n");
        Assert.Equal("good", Assert.Single(reading.Rows).Id);
        var line = Assert.Single(reading.Rejected);
        var error = Assert.Single(line.Errors);
        Assert.Equal((3, "old", "migratedAt"), (line.Line, line.Id, error.Field));
        Assert.Contains("2026-11-01T09:30:00Z", error.Message, StringComparison.Ordinal);
        Assert.Contains("2000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NameTooLong_IsRejected() =>
        Assert.Equal("name", Assert.Single((await ReadAsync($"{OrganisationCsv.Header}\na,{new string('x', 201)},,,,,\n")).Rejected).Errors[0].Field);

    [Fact]
    public async Task Read_SameIdTwice_NamesTheFirstLine()
    {
        var rejected = Assert.Single((await ReadAsync(OrganisationCsv.Header + "\na,,,,,,\nb,,,,,,\na,,,,,,\n")).Rejected);
        Assert.Equal((4, "a"), (rejected.Line, rejected.Id));
        Assert.Contains("line 2", rejected.Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "file", "empty")]
    [InlineData("id;name;ehr;nookalRegion;nookalSite;clinikoShard;migratedAt\na;;;;;;\n", "header", "semicolons")]
    [InlineData("id\tname\tehr\n", "header", "tabs")]
    [InlineData("harbour,Harbour,nookal,us,,,\n", "header", "no header")]
    [InlineData("id,name,ehr\n", "header", "Missing: nookalRegion")]
    [InlineData("id,name,ehr,nookalRegion,nookalSite,clinikoShard,migrated\n", "header", "Missing: migratedAt")]
    [InlineData("id,id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt\n", "header", "exactly")]
    public async Task Read_NoSuchFile_IsRefusedWithTheReason(string text, string field, string reason)
    {
        var error = await RefusalAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(field, error.Field);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NotUtf8_IsRefused() =>
        Assert.Contains("UTF-8", (await RefusalAsync([.. Encoding.UTF8.GetBytes(OrganisationCsv.Header + "\na,Caf"), 0xE9, .. ",,,,,\n"u8])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Read_QuoteNeverClosed_IsRefused() =>
        Assert.Contains("quotation mark", (await RefusalAsync(Encoding.UTF8.GetBytes($"{OrganisationCsv.Header}\na,\"{new string('x', 20_000)}\n"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Read_TooLarge_IsRefused() =>
        Assert.Contains("MiB", (await RefusalAsync(new byte[OrganisationCsv.MaxBytes + 1])).Message, StringComparison.Ordinal);

    private static async Task<OrganisationCsvReading> ReadAsync(string text) =>
        (await OrganisationCsv.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Now, TestContext.Current.CancellationToken)).Value!;

    private static async Task<FieldError> RefusalAsync(byte[] file)
    {
        var outcome = await OrganisationCsv.ReadAsync(new MemoryStream(file), Now, TestContext.Current.CancellationToken);
        return Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refusal).Errors);
    }
}
