using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Motics.Support.Benchmarks.People;

/// <summary>
/// A page as a browser has it open: it loads the document, starts its circuit, takes every drawing and answers every call of a script. It speaks the
/// circuit's own protocol, so hundreds of them cost less than one browser. Only ever to this machine.
/// </summary>
internal sealed partial class Tab : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly TaskCompletionSource<string?> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri address;
    private readonly CookieContainer cookies;
    private readonly Action<ReadOnlyMemory<byte>> drawn;
    private Task reading = Task.CompletedTask;
    private string? secret;
    private int references;

    private Tab(Uri address, CookieContainer cookies, Action<ReadOnlyMemory<byte>> drawn) => (this.address, this.cookies, this.drawn) = (address, cookies, drawn);

    /// <summary>What the server said when it gave the page up; null while it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Where the server sent the page to by loading it afresh; null when it did not.</summary>
    public string? SentTo { get; private set; }

    /// <summary>Ends when the connection does.</summary>
    public Task Ended => reading;

    /// <summary>False when the server did not start a circuit.</summary>
    public bool HasCircuit => secret is not null;

    /// <summary>Opens a page.</summary>
    /// <param name="http">Signed in, with its cookies in <paramref name="cookies"/>.</param>
    /// <param name="cookies">Of the person.</param>
    /// <param name="address">Of the page, on this machine.</param>
    /// <param name="drawn">Called with each drawing.</param>
    public static async Task<Tab> OpenAsync(HttpClient http, CookieContainer cookies, Uri address, Action<ReadOnlyMemory<byte>> drawn, CancellationToken cancellationToken)
    {
        if (!address.IsLoopback)
            throw new ArgumentException("Only this machine is asked.", nameof(address));
        var document = await http.GetStringAsync(address, cancellationToken);
        var page = new Tab(address, cookies, drawn);
        await page.ConnectAsync(cancellationToken);
        page.secret = await page.StartAsync(document, cancellationToken);
        return page;
    }

    /// <summary>Closes the page as a browser does when its tab is closed.</summary>
    public async Task CloseAsync(HttpClient http)
    {
        using var form = new MultipartFormDataContent { { new StringContent(secret ?? ""), "circuitId" } };
        using var answer = await http.PostAsync(new Uri(address, "/_blazor/disconnect"), form);
        await DisposeAsync();
    }

    /// <summary>The connection breaks: the server is told nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
        sending.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        socket.Options.Cookies = cookies;
        socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor", Query = "" }.Uri, cancellationToken);
        await SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        var buffer = new byte[256];
        await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
        reading = Task.Run(ReadAsync, CancellationToken.None);
    }

    private async Task<string?> StartAsync(string document, CancellationToken cancellationToken)
    {
        var root = new Uri(address, "/").ToString();
        await SendAsync(Pack.Invocation("0", "StartCircuit", root, address.ToString(), "[]", ""));
        if (await started.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken) is not { } given)
            return null;
        var operations = Parts().Matches(document).Select((part, index) => $"{{\"type\":\"add\",\"ssrComponentId\":{index + 1},\"marker\":{part.Groups[1].Value}}}");
        var state = State().Match(document) is { Success: true } found ? found.Groups[1].Value : "";
        await SendAsync(Pack.Invocation(null, "UpdateRootComponents", $"{{\"batchId\":1,\"operations\":[{string.Join(',', operations)}]}}", state));
        return given;
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, 2 * buffer.Length);
                var got = await socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                    break;
                filled += got.Count;
                ReadOnlyMemory<byte> received = buffer.AsMemory(0, filled);
                while (Pack.Next(ref received) is { } message)
                    await TakeAsync(message);
                received.CopyTo(buffer);
                filled = received.Length;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The connection ended.
        }
        started.TrySetResult(null);
    }

    private Task TakeAsync(ReadOnlyMemory<byte> message) => Pack.Read(ref message) switch
    {
        List<object?> and [1L, _, _, string target, List<object?> arguments, ..] => CalledAsync(target, arguments),
        List<object?> and [3L, _, "0", long kind, var circuit] => Answered(kind == 3 ? circuit as string : null),
        List<object?> and [6L] => SendAsync(Pack.Ping),
        _ => Task.CompletedTask,
    };

    private Task Answered(string? circuit)
    {
        started.TrySetResult(circuit);
        return Task.CompletedTask;
    }

    private Task CalledAsync(string target, List<object?> arguments)
    {
        switch (target, arguments)
        {
            case ("JS.RenderBatch", [long batch, ReadOnlyMemory<byte> drawing]):
                drawn(drawing);
                return SendAsync(Pack.Invocation(null, "OnRenderCompleted", batch, null));
            case ("JS.BeginInvokeJS", [long task, string function, string given, long result, ..]):
                if (function.EndsWith("navigateTo", StringComparison.Ordinal) || function.StartsWith("location.", StringComparison.Ordinal))
                    SentTo = JsonDocument.Parse(given).RootElement[0].GetString();
                return task == 0 ? Task.CompletedTask : SendAsync(Pack.Invocation(null, "EndInvokeJSFromDotNet", task, true, $"[{task},true,{Result(function, result)}]"));
            case ("JS.Error", [string why]):
                Failure = why;
                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }
    }

    // 1 asks for a reference to an object of the browser's.
    private string Result(string function, long kind) => kind == 1 ? string.Create(CultureInfo.InvariantCulture, $"{{\"__jsObjectId\":{++references}}}")
        : function == "zone" ? "\"Europe/London\"" : "null";

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The connection ended.
        }
        finally
        {
            sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\"[^>]*?\"descriptor\"[^>]*?\\})-->")]
    private static partial Regex Parts();

    [GeneratedRegex("<!--Blazor-Server-Component-State:([^>]*?)-->")]
    private static partial Regex State();
}
