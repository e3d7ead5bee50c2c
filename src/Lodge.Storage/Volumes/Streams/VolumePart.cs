namespace Lodge.Storage.Volumes.Streams;

/// <summary>The next part of a volume that is read.</summary>
/// <param name="Data">The bytes; empty for a hole, and at the end.</param>
/// <param name="HoleLength">How many zero bytes come next that need not be carried; 0 for none.</param>
public readonly record struct VolumePart(ReadOnlyMemory<byte> Data, long HoleLength)
{
    /// <summary>Whether there is nothing more.</summary>
    public bool IsEnd => Data.IsEmpty && HoleLength == 0;
}
