using CsCheck;
using Motics.Support.Core.Paging;

namespace Motics.Support.Core.Tests.Paging;

public sealed class CursorTests
{
    [Fact]
    public void Read_AnyKeys_GivesThemBack() => Gen.Select(Gen.String, Gen.String).Sample((one, two) =>
        Cursor.Read(Cursor.Write("list", Whole(one), null, Whole(two)), "list", CursorKey.Text, CursorKey.TextOrNull, CursorKey.Text).Value!.SequenceEqual([Whole(one), null, Whole(two)]));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Read_None_IsTheFirstPage(string? text) => Assert.Empty(Cursor.Read(text, "list", CursorKey.Text, CursorKey.Text).Value!);

    [Fact]
    public void Read_AnyCharacterChanged_IsRefused()
    {
        var cursor = Cursor.Write("list", "harbour", "12");
        for (var index = 0; index < cursor.Length; index++)
        {
            var changed = cursor[..index] + (cursor[index] == 'A' ? 'B' : 'A') + cursor[(index + 1)..];
            Assert.NotNull(Cursor.Read(changed, "list", CursorKey.Text, CursorKey.Text).Refusal);
        }
    }

    [Fact]
    public void Read_OtherScopeOrCount_IsRefused()
    {
        var cursor = Cursor.Write("list", "a", "b");
        Assert.NotNull(Cursor.Read(cursor, "other", CursorKey.Text, CursorKey.Text).Refusal);
        Assert.NotNull(Cursor.Read(cursor, "list", CursorKey.Text, CursorKey.Text, CursorKey.Text).Refusal);
        Assert.NotNull(Cursor.Read(cursor + "!", "list", CursorKey.Text, CursorKey.Text).Refusal);
        Assert.NotNull(Cursor.Read(new string('A', 100_000), "list", CursorKey.Text, CursorKey.Text).Refusal);
    }

    [Fact]
    public void Read_Number_IsTheOneThatWasWritten() => Gen.Long.Sample(number =>
        Cursor.Number(Cursor.Read(Cursor.Write("list", number.ToString(System.Globalization.CultureInfo.InvariantCulture)), "list", CursorKey.Number).Value![0]) == number);

    [Fact]
    public void Of_OneRowTooMany_HasANextPage()
    {
        var page = Page.Of([1, 2, 3], 2, row => $"after {row}");
        Assert.Equal([1, 2], page.Items);
        Assert.Equal("after 2", page.Next);
        Assert.Null(Page.Of([1, 2], 2, row => $"after {row}").Next);
    }

    [Theory]
    [InlineData(null, 50)]
    [InlineData(1, 1)]
    [InlineData(200, 200)]
    public void Check_GoodLimit_IsTaken(int? asked, int limit) => Assert.Equal(limit, PageLimit.Check(asked).Value);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public void Check_BadLimit_IsRefused(int asked) => Assert.NotNull(PageLimit.Check(asked).Refusal);

    // Half a surrogate pair cannot be written as UTF-8.
    private static string Whole(string text) => new([.. text.Where(character => !char.IsSurrogate(character))]);
}
