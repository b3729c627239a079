using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Motics.Support.Benchmarks.People;

/// <summary>Looks at the drawings of one clinic's page for the events that were sent, and takes down how long each took to be seen.</summary>
internal sealed class Watch(Stream stream, int clinic, List<double> seconds)
{
    private readonly byte[] mark = Encoding.UTF8.GetBytes(Stream.Mark(clinic));
    private int seen;

    /// <summary>Takes a drawing. A later event that is seen stands for those before it: the page shows the newest.</summary>
    public void See(ReadOnlyMemory<byte> drawing)
    {
        var now = Stopwatch.GetTimestamp();
        var newest = seen;
        for (var rest = drawing.Span; rest.IndexOf(mark) is >= 0 and var at;)
        {
            rest = rest[(at + mark.Length)..];
            if (int.TryParse(rest[..Math.Max(0, rest.IndexOf((byte)'.'))], CultureInfo.InvariantCulture, out var number))
                newest = Math.Max(newest, number);
        }
        // The first that is seen was there before the page was.
        for (var number = seen + 1; seen > 0 && number <= newest; number++)
        {
            lock (seconds)
                seconds.Add(Stopwatch.GetElapsedTime(stream.SentAt(clinic, number), now).TotalSeconds);
        }
        seen = newest;
    }

    /// <summary>How many events that were sent this long ago were never seen; all of them when nothing ever was.</summary>
    public int Missed(TimeSpan ago)
    {
        var missed = 0;
        for (var number = stream.Newest(clinic); number > seen; number--)
            missed += seen > 0 && Stopwatch.GetElapsedTime(stream.SentAt(clinic, number)) > ago ? 1 : 0;
        return missed;
    }
}
