using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Escalations;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Organisations;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests;

/// <summary>
/// Cursors are opaque, not secret: whoever reads the source can make one with a good checksum around any nonsense. Each list answers it with a
/// refusal that names the field, or with a page; never with an exception.
/// </summary>
public abstract class ForgedCursorContract(Engine engine) : OrganisationContract(engine)
{
    private const string Id = "harbour";

    // Each position's key in turn is one of these; the others are a number that every list takes.
    private static readonly string[] NoTexts = ["null", "5", "true", "[]", "{}", "\"\\ud800\""];

    private static readonly string[] NoNumbers =
    [
        "\"\"", "\"x\"", "\" 5\"", "\"5 \"", "\"+5\"", "\"05\"", "\"-0\"", "\"1e3\"", "\"0x10\"", "\"1.5\"", "\"1,5\"", "\"NaN\"", "\"\\u0665\"", "\"9223372036854775808\"",
        "\"-9223372036854775809\"", "\"99999999999999999999999999\"", "\"5\\u0000\"", "\"'; DROP TABLE ticket; --\"",
    ];

    private static readonly string[] Absurd = ["\"-5\"", "\"0\"", "\"9223372036854775807\"", "\"-9223372036854775808\"", "\"2147483648\""];

    private static readonly string[] Bodies = ["", "{}", "null", "5", "\"5\"", "true", "[", "[]", "[null]x", "[\"5\",]", "[[\"5\"]]", "\u0000", "[" + new string('[', 500), "/*[*/]"];

    [Fact]
    public async Task List_ForgedCursor_IsRefusedByNameOrAPage()
    {
        await InsertAsync(new Clinic(Id));
        foreach (var list in Lists())
        {
            foreach (var (body, refused) in Forgeries(list))
            {
                var answer = await Record.ExceptionAsync(async () => AssertAnswer(list, body, refused, await list.Read(Forged(list.Scope, body))));
                Assert.True(answer is null, $"{list.Name}, {Encoding.UTF8.GetString(body)}: {answer}");
            }
        }
    }

    [Fact]
    public async Task List_CursorOfAnotherList_IsRefused()
    {
        await InsertAsync(new Clinic(Id));
        var lists = Lists().ToList();
        foreach (var list in lists)
        {
            foreach (var other in lists.Where(other => other.Scope != list.Scope))
            {
                AssertNamed(list.Name, await list.Read(Cursor.Write(other.Scope, [.. list.Keys.Select(_ => "5")])));
            }
        }
    }

    private static IEnumerable<(byte[] Body, bool Refused)> Forgeries(Listed list)
    {
        foreach (var body in Bodies)
        {
            yield return (Encoding.UTF8.GetBytes(body), true);
        }

        yield return ([(byte)'[', (byte)'"', 0xFF, 0xC0, (byte)'"', (byte)']'], true);
        foreach (var count in new[] { 0, list.Keys.Count - 1, list.Keys.Count + 1, 60 }.Where(count => count != list.Keys.Count))
        {
            yield return (Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("\"5\"", count))}]"), true);
        }

        for (var place = 0; place < list.Keys.Count; place++)
        {
            foreach (var key in (string[])[.. NoTexts, .. NoNumbers, .. Absurd])
            {
                var keys = list.Keys.Select((_, index) => index == place ? key : "\"5\"");
                yield return (Encoding.UTF8.GetBytes($"[{string.Join(',', keys)}]"), IsWrong(list.Keys[place], key));
            }
        }
    }

    private static bool IsWrong(CursorKey kind, string key) => kind switch
    {
        CursorKey.Number => NoNumbers.Contains(key) || NoTexts.Contains(key),
        CursorKey.NumberOrNull => key != "null" && (NoNumbers.Contains(key) || NoTexts.Contains(key)),
        CursorKey.Text => NoTexts.Contains(key),
        _ => key != "null" && NoTexts.Contains(key),
    };

    private static void AssertAnswer(Listed list, byte[] body, bool refused, Refusal? answer)
    {
        if (refused || answer is not null)
        {
            AssertNamed($"{list.Name}, {Encoding.UTF8.GetString(body)}", answer);
        }
    }

    private static void AssertNamed(string what, Refusal? answer) =>
        Assert.True(answer is Refusal.Invalid { Errors: [{ Field: "cursor" }] }, $"{what}: {answer?.ToString() ?? "a page"}");

    private static string Forged(string scope, byte[] body)
    {
        var made = Cursor.Write(scope, "5");
        var check = SHA256.HashData([.. Encoding.UTF8.GetBytes($"1\n{scope}\n"), .. body])[..8];
        Assert.Equal(made, Base64Url.EncodeToString([.. SHA256.HashData([.. Encoding.UTF8.GetBytes($"1\n{scope}\n"), .. "[\"5\"]"u8])[..8], .. "[\"5\"]"u8]));
        return Base64Url.EncodeToString([.. check, .. body]);
    }

    private IEnumerable<Listed> Lists()
    {
        var audit = new AuditTrail(Temporary.Database);
        yield return new("audit", AuditStore.Scope(new()), [CursorKey.Number], Read(cursor => new AuditStore(Temporary.Database).ListAsync(new(Cursor: cursor), Cancel)));
        yield return new("incidents", IncidentStore.Scope(new()), [CursorKey.Number, CursorKey.Text], Read(cursor => new IncidentStore(Temporary.Database, Temporary.Clock).ListAsync(new() { Cursor = cursor }, Cancel)));
        yield return new("escalations", EscalationStore.Scope(new()), [CursorKey.Number], Read(cursor => new EscalationStore(Temporary.Database, audit).ListAsync(new() { Cursor = cursor }, Cancel)));
        yield return new("timeline", TimelineReading.Scope(Id, new([])), [CursorKey.Number, CursorKey.TextOrNull, CursorKey.Number, CursorKey.Number], Read(cursor => Store.TimelineAsync(Id, new([], cursor), Cancel)));
        foreach (var order in Enum.GetValues<TicketOrder>())
        {
            var query = new TicketQuery { Order = order };
            yield return new($"tickets, {order}", TicketStore.Scope(query), [CursorKey.Number, CursorKey.Number], Read(cursor => new TicketStore(Temporary.Database, audit).ListAsync(query with { Cursor = cursor }, Start, Cancel)));
        }

        foreach (var sort in Enum.GetValues<ErrorGroupSort>())
        {
            var query = new ErrorGroupQuery { Sort = sort };
            yield return new($"errors, {sort}", ErrorGroupStore.Scope(query), [CursorKey.Number, CursorKey.Text], Read(cursor => new ErrorGroupStore(Temporary.Database, audit).ListAsync(query with { Cursor = cursor }, Cancel)));
        }

        foreach (var sort in Enum.GetValues<OrganisationSort>())
        {
            var query = new OrganisationQuery { Sort = sort };
            yield return new($"organisations, {sort}", OrganisationList.Scope(query), OrganisationOrder.Of(query).CursorKeys, Read(cursor => Store.ListAsync(query with { Cursor = cursor }, Cancel)));
        }
    }

    private static Func<string, Task<Refusal?>> Read<T>(Func<string, Task<Outcome<T>>> list) => async cursor => (await list(cursor)).Refusal;

    private sealed record Listed(string Name, string Scope, IReadOnlyList<CursorKey> Keys, Func<string, Task<Refusal?>> Read);
}

public sealed class ForgedCursorOnSqlite() : ForgedCursorContract(Engine.Sqlite);

public sealed class ForgedCursorOnSqlServer() : ForgedCursorContract(Engine.SqlServer);
