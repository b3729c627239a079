using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Motics.Support.Benchmarks.People;

/// <summary>As much MessagePack as the protocol of circuits needs ("blazorpack"): messages are arrays of numbers, texts, bytes and null, each after its length.</summary>
internal static class Pack
{
    /// <summary>An invocation as it is sent.</summary>
    /// <param name="id">Asks for an answer under this id; null for none.</param>
    /// <param name="target">Method of the hub.</param>
    /// <param name="arguments">Texts, whole numbers, truth values, null.</param>
    public static byte[] Invocation(string? id, string target, params object?[] arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        body.Write<byte>([0x96, 0x01, 0x80]);
        Write(body, id);
        Write(body, target);
        body.Write<byte>([(byte)(0x90 | arguments.Length)]);
        foreach (var argument in arguments)
            Write(body, argument);
        body.Write<byte>([0x90]);
        return Framed(body.WrittenSpan);
    }

    /// <summary>That the connection is alive.</summary>
    public static byte[] Ping { get; } = Framed([0x91, 0x06]);

    /// <summary>The next message of what was received, without its length; null while it is not whole.</summary>
    public static ReadOnlyMemory<byte>? Next(ref ReadOnlyMemory<byte> received)
    {
        var (length, shift, at) = (0, 0, 0);
        while (true)
        {
            if (at == received.Length)
                return null;
            var one = received.Span[at++];
            length |= (one & 0x7F) << shift;
            shift += 7;
            if (one < 0x80)
                break;
        }
        if (received.Length < at + length)
            return null;
        var message = received.Slice(at, length);
        received = received[(at + length)..];
        return message;
    }

    /// <summary>Reads one value: a list, a text, a <c>long</c>, bytes, a truth value or null; of a map its number of pairs.</summary>
    public static object? Read(ref ReadOnlyMemory<byte> from)
    {
        var kind = Take(ref from, 1).Span[0];
        return kind switch
        {
            < 0x80 => (long)kind,
            < 0x90 => (object)Map(kind & 0x0F, ref from),
            < 0xA0 => List(kind & 0x0F, ref from),
            < 0xC0 => Text(kind & 0x1F, ref from),
            0xC0 => null,
            0xC2 => false,
            0xC3 => true,
            0xC4 => Take(ref from, Take(ref from, 1).Span[0]),
            0xC5 => Take(ref from, BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2).Span)),
            0xC6 => Take(ref from, BinaryPrimitives.ReadInt32BigEndian(Take(ref from, 4).Span)),
            0xCC => (long)Take(ref from, 1).Span[0],
            0xCD => (long)BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2).Span),
            0xCE => (long)BinaryPrimitives.ReadUInt32BigEndian(Take(ref from, 4).Span),
            0xCF or 0xD3 => BinaryPrimitives.ReadInt64BigEndian(Take(ref from, 8).Span),
            0xD0 => (long)(sbyte)Take(ref from, 1).Span[0],
            0xD1 => (long)BinaryPrimitives.ReadInt16BigEndian(Take(ref from, 2).Span),
            0xD2 => (long)BinaryPrimitives.ReadInt32BigEndian(Take(ref from, 4).Span),
            0xD9 => Text(Take(ref from, 1).Span[0], ref from),
            0xDA => Text(BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2).Span), ref from),
            0xDB => Text(BinaryPrimitives.ReadInt32BigEndian(Take(ref from, 4).Span), ref from),
            0xDC => List(BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2).Span), ref from),
            >= 0xE0 => (long)(sbyte)kind,
            _ => throw new InvalidDataException($"Circuits send no {kind:x2}."),
        };
    }

    private static List<object?> List(int count, ref ReadOnlyMemory<byte> from)
    {
        var items = new List<object?>(count);
        for (var index = 0; index < count; index++)
            items.Add(Read(ref from));
        return items;
    }

    private static int Map(int pairs, ref ReadOnlyMemory<byte> from)
    {
        List(2 * pairs, ref from);
        return pairs;
    }

    private static string Text(int bytes, ref ReadOnlyMemory<byte> from) => Encoding.UTF8.GetString(Take(ref from, bytes).Span);

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> from, int bytes)
    {
        var taken = from[..bytes];
        from = from[bytes..];
        return taken;
    }

    private static void Write(ArrayBufferWriter<byte> into, object? value)
    {
        Span<byte> head = stackalloc byte[9];
        switch (value)
        {
            case null:
                into.Write<byte>([0xC0]);
                break;
            case bool flag:
                into.Write<byte>([flag ? (byte)0xC3 : (byte)0xC2]);
                break;
            case long number:
                head[0] = 0xD3;
                BinaryPrimitives.WriteInt64BigEndian(head[1..], number);
                into.Write(head);
                break;
            case string text:
                head[0] = 0xDB;
                BinaryPrimitives.WriteInt32BigEndian(head[1..], Encoding.UTF8.GetByteCount(text));
                into.Write(head[..5]);
                into.Write(Encoding.UTF8.GetBytes(text));
                break;
            default:
                throw new ArgumentException($"No {value.GetType()} is sent.", nameof(value));
        }
    }

    private static byte[] Framed(ReadOnlySpan<byte> body)
    {
        var frame = new ArrayBufferWriter<byte>();
        for (var left = body.Length; ; left >>= 7)
        {
            frame.Write<byte>([(byte)(left < 0x80 ? left : (left & 0x7F) | 0x80)]);
            if (left < 0x80)
                break;
        }
        frame.Write(body);
        return frame.WrittenSpan.ToArray();
    }
}
