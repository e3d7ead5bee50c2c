namespace Lodge.Install.Media.Files;

/// <summary>A file that is being read.</summary>
/// <param name="Stream">Its bytes, from <paramref name="Offset"/> on.</param>
/// <param name="Offset">Where they begin: 0 where those left out could not be, or the file is another by now.</param>
/// <param name="Length">How long it is in all; null where nobody knows.</param>
/// <param name="Owner">What is to be closed after it.</param>
internal sealed record OpenedFile(Stream Stream, long Offset, long? Length, IDisposable? Owner = null)
    : IAsyncDisposable
{
    /// <summary>What tells this file from a later one of the same name, where the place has such.</summary>
    public string? Identity { get; init; }

    /// <summary>Whether reading can be taken up again where it broke off.</summary>
    public bool IsResumable { get; init; }

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        Owner?.Dispose();
    }
}
