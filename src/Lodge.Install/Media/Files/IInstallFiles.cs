namespace Lodge.Install.Media.Files;

/// <summary>Files of a tree or a medium, wherever it lies.</summary>
internal interface IInstallFiles : IAsyncDisposable
{
    /// <summary>Whether it is a medium itself, so that the guest gets it as a CD.</summary>
    bool IsMedium { get; }

    /// <summary>Whether there is a file of a path.</summary>
    ValueTask<bool> HasAsync(string path, CancellationToken cancellation);

    /// <summary>Whether anything at all answers there.</summary>
    ValueTask<bool> AnswersAsync(CancellationToken cancellation);

    /// <summary>
    /// Opens a file from a place on, with how long it is in all where that is known.
    /// </summary>
    /// <param name="path">Its path below the root.</param>
    /// <param name="offset">How many bytes to leave out.</param>
    /// <param name="identity">What <see cref="OpenedFile.Identity"/> was before; null at first.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    ValueTask<OpenedFile> OpenAsync(
        string path, long offset, string? identity, CancellationToken cancellation);
}
