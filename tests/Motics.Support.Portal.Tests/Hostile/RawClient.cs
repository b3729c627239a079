using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Motics.Support.Portal.Tests.Hostile;

/// <summary>Speaks to the real server over a socket of this machine, byte by byte as told.</summary>
internal static class RawClient
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>The status that was answered; null when the server closed the connection without one, or waits for more than it was sent.</summary>
    public static async Task<(int? Status, string Head)> SendAsync(int port, byte[] request, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        var answer = new StringBuilder();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, waiting.Token);
            await socket.SendAsync(request, waiting.Token);
            var buffer = new byte[4096];
            while (answer.Length < HeadBytes && !answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal)
                && await socket.ReceiveAsync(buffer, waiting.Token) is > 0 and var count)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The server hung up, or waits for the rest of a body.
        }

        var head = answer.ToString();
        return (head.StartsWith("HTTP/1.", StringComparison.Ordinal) && head.Length > 12 ? int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture) : null, head);
    }
}
