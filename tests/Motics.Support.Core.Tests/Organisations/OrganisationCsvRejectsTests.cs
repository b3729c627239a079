using System.Text;
using Motics.Support.Core.Organisations.Import;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class OrganisationCsvRejectsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Write_BadLines_AreGivenBackWithWhatIsWrong_AndImportOnceMended()
    {
        var file = Encoding.UTF8.GetBytes($"{OrganisationCsv.Header}\nmill,Mill Lane,cliniko,,,uk1,\n\nbad id,\"Harbour, Street\",paper,,,,\nmoor,Moor,nookal,,,,soon\n");

        var rejects = Encoding.UTF8.GetString(OrganisationCsvRejects.Write(file, (await ReadAsync(file)).Rejected));

        var lines = rejects.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal($"{OrganisationCsv.Header},line,problem", lines[0]);
        Assert.StartsWith("bad id,\"Harbour, Street\",paper,,,,,4,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("moor,Moor,nookal,,,,soon,5,", lines[2], StringComparison.Ordinal);
        var mended = await ReadAsync(Encoding.UTF8.GetBytes(rejects.Replace("bad id", "bad", StringComparison.Ordinal).Replace("paper", "cliniko", StringComparison.Ordinal).Replace(",soon,", ",,", StringComparison.Ordinal)));
        Assert.Equal(["bad", "moor"], mended.Rows.Select(row => row.Id));
        Assert.Empty(mended.Rejected);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+61")]
    [InlineData("-x")]
    [InlineData("@sum")]
    public async Task Write_CellThatIsAFormula_IsText(string cell)
    {
        var file = Encoding.UTF8.GetBytes($"{OrganisationCsv.Header}\nbad id,{cell},cliniko,,,,\n");

        Assert.Contains($"bad id,'{cell},", Encoding.UTF8.GetString(OrganisationCsvRejects.Write(file, (await ReadAsync(file)).Rejected)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_MoreThanFit_SaysSoInItsLastLine()
    {
        var file = Encoding.UTF8.GetBytes(OrganisationCsv.Header + "\n" + string.Concat(Enumerable.Repeat("bad id,,,,,,\n", OrganisationCsvRejects.Most + 3)));

        var lines = Encoding.UTF8.GetString(OrganisationCsvRejects.Write(file, (await ReadAsync(file)).Rejected)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((OrganisationCsvRejects.Most + 2, "Cut: 3 more lines were not taken."), (lines.Length, lines[^1]));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 a workbook", "workbook")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("i\0d\0,\0", "UTF-16")]
    [InlineData("id;name;ehr;nookalRegion;nookalSite;clinikoShard;migratedAt\n", "semicolons")]
    [InlineData("id\tname\tehr\tnookalRegion\tnookalSite\tclinikoShard\tmigratedAt\n", "tabs")]
    [InlineData("", "empty")]
    [InlineData("Dear team,\nplease import our clinics", "no header")]
    public async Task Read_WhatIsNoSuchCsv_IsNamed(string text, string named)
    {
        var outcome = await OrganisationCsv.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Now, TestContext.Current.CancellationToken);

        Assert.Contains(named, Assert.IsType<Refusal.Invalid>(outcome.Refusal).Errors[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task Read_TextThatSaysWhatItIs_IsRead(string encoding)
    {
        var kind = Encoding.GetEncoding(encoding);
        byte[] file = [.. kind.GetPreamble(), .. kind.GetBytes($"{OrganisationCsv.Header}\nmill,Möbius,cliniko,,,uk1,\n")];

        Assert.Equal("Möbius", Assert.Single((await ReadAsync(file)).Rows).Name);
    }

    private static async Task<OrganisationCsvReading> ReadAsync(byte[] file) => (await OrganisationCsv.ReadAsync(new MemoryStream(file), Now, TestContext.Current.CancellationToken)).Value!;
}
