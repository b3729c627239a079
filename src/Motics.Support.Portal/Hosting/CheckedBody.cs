namespace Motics.Support.Portal.Hosting;

/// <summary>The body of a request. That it cannot be read (chunks with no size, trailers that are none) is the caller's mistake, whatever the server throws.</summary>
internal sealed class CheckedBody(Stream body, CancellationToken aborted) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception broken) when (broken is not (BadHttpRequestException or OperationCanceledException) && !aborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body cannot be read to its end.", StatusCodes.Status400BadRequest, broken);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => body.Read(buffer, offset, count);

    public override void Flush()
    {
        // There is nothing to write.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
