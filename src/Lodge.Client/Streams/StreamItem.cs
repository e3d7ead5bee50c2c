namespace Lodge.Client;

/// <summary>One thing that came out of a stream.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Data">The bytes, of data.</param>
/// <param name="Length">How long, of a hole.</param>
public readonly record struct StreamItem(StreamItemKind Kind, ReadOnlyMemory<byte> Data, long Length);

/// <summary>What can come out of a stream.</summary>
public enum StreamItemKind
{
    /// <summary>The end: nothing more comes.</summary>
    End,

    /// <summary>Bytes.</summary>
    Data,

    /// <summary>A stretch of zeros that takes no room in a sparse file.</summary>
    Hole,
}
