using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Motics.Support.Data.Copying;

/// <summary>How many rows a table has, and a sum over their hashes that does not depend on their order: engines order texts differently.</summary>
public readonly record struct TableSum(long Rows, ulong Hash)
{
    private const int NoValue = -1;

    internal TableSum With(IReadOnlyList<object?> row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var value in row)
        {
            var bytes = value switch { null => null, long whole => Bytes(whole), string text => Encoding.UTF8.GetBytes(text), var other => (byte[])other };
            BinaryPrimitives.WriteInt64LittleEndian(number, bytes?.Length ?? NoValue);
            hash.AppendData(number);
            hash.AppendData(bytes ?? []);
        }
        return new TableSum(Rows + 1, unchecked(Hash + BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset())));
    }

    private static byte[] Bytes(long whole)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, whole);
        return bytes;
    }
}
