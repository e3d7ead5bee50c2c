namespace Lodge.Install.Media.Iso;

/// <summary>A file of an image, read from its beginning to its end.</summary>
internal sealed class IsoFileStream(IsoImage image, IsoEntry entry) : Stream
{
    private int _extent;
    private long _within;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; } = entry.Length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (Next(buffer.Length) is not { } part) return 0;
        image.Read(buffer[..part.Length], part.Start, $"'{entry.Name}'");
        Advance(part.Length);
        return part.Length;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Next(buffer.Length) is not { } part) return 0;
        var read = await image.ReadAsync(buffer[..part.Length], part.Start, cancellationToken);
        if (read == 0) throw new IOException($"'{image.Path}' is cut short in '{entry.Name}'. Fetch the image again");
        Advance(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(
        byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private (long Start, int Length)? Next(int wanted)
    {
        while (_extent < entry.Extents.Count && _within == entry.Extents[_extent].Length)
        {
            _extent++;
            _within = 0;
        }

        if (_extent == entry.Extents.Count || wanted == 0) return null;
        var extent = entry.Extents[_extent];
        return (extent.Start + _within, (int)Math.Min(wanted, extent.Length - _within));
    }

    private void Advance(int read)
    {
        _within += read;
        _position += read;
    }
}
