using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Lodge.Install.Media.Files;

/// <summary>
/// Brings a file of a tree here: in pieces, with a word on each, checked against what the tree says of it. What breaks
/// off is taken up where it broke, as long as each try brings something.
/// </summary>
/// <param name="files">Where it lies.</param>
/// <param name="patience">How long nothing at all may come.</param>
internal sealed class FileFetch(IInstallFiles files, TimeSpan patience)
{
    /// <summary>Larger than any kernel or memory disk.</summary>
    public const long MaxLength = 4L << 30;

    private const int PieceLength = 1 << 17;
    private const int MaxFruitless = 3;

    /// <summary>Whether nobody was there when a file was asked for: nothing more is asked then.</summary>
    public bool IsUnreachable { get; private set; }

    /// <summary>A small file as text; null where it is not there.</summary>
    /// <exception cref="InstallSourceException">It cannot be read, or is larger than 4 MiB.</exception>
    public async Task<string?> TextAsync(string path, CancellationToken cancellation)
    {
        if (IsUnreachable) return null;
        using var text = new MemoryStream();
        try
        {
            await CopyAsync(path, text, TreeInfoText.MaxLength, null, null, cancellation);
        }
        catch (Exception e) when (IsBreak(e) || e is UnauthorizedAccessException)
        {
            IsUnreachable |= e is not IOException;
            return null;
        }
        catch (InvalidDataException e)
        {
            throw new InstallSourceException($"Couldn't acquire file {path}: {e.Message}", e);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length).TrimStart('\ufeff');
    }

    /// <summary>A file into another.</summary>
    /// <param name="path">Its path below the tree.</param>
    /// <param name="target">Where it goes, at its beginning.</param>
    /// <param name="checksum">What it has to hash to.</param>
    /// <param name="progress">Hears of each piece.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InstallSourceException">It does not come, or is not what the tree says it is.</exception>
    public async Task FileAsync(
        string path,
        Stream target,
        TreeChecksum? checksum,
        IProgress<Transfer>? progress,
        CancellationToken cancellation)
    {
        try
        {
            await CopyAsync(path, target, MaxLength, checksum, progress, cancellation);
        }
        catch (Exception e) when (IsBreak(e) || e is UnauthorizedAccessException or InvalidDataException)
        {
            throw new InstallSourceException($"Couldn't acquire file {path}: {e.Message}", e);
        }
    }

    private async Task CopyAsync(
        string path,
        Stream target,
        long limit,
        TreeChecksum? checksum,
        IProgress<Transfer>? progress,
        CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(checksum?.Algorithm ?? HashAlgorithmName.SHA256);
        var piece = new byte[PieceLength];
        string? identity = null;
        var isResumable = false;
        var fruitless = 0;
        for (var isWhole = false; !isWhole;)
        {
            var before = target.Length;
            try
            {
                await using var file = await files.OpenAsync(path, before, identity, cancellation);
                if (file.Offset == 0 && before > 0)
                {
                    target.SetLength(before = 0);
                    _ = hash.GetHashAndReset();
                }

                if (file.Length > limit) throw TooLarge(path, file.Length.Value);
                (identity, isResumable) = (file.Identity, file.IsResumable);
                await ReadAsync(file);
                isWhole = true;
            }
            catch (Exception e) when (isResumable && IsBreak(e)
                && (target.Length > before || ++fruitless < MaxFruitless))
            {
                // It is taken up where it broke off.
            }
        }

        if (checksum is not null && !checksum.Is(hash.GetHashAndReset()))
        {
            throw new InstallSourceException(
                $"'{path}' is not what the tree's .treeinfo says it is: it does not hash to {checksum}. "
                + "The tree, or what lies between here and it, is broken");
        }

        async Task ReadAsync(OpenedFile file)
        {
            var name = Path.GetFileName(path);
            progress?.Report(new Transfer(name, target.Length, file.Length));
            while (true)
            {
                var read = await PieceAsync(file.Stream, piece, cancellation);
                if (read == 0) break;
                if (target.Length + read > Math.Min(limit, file.Length ?? limit))
                    throw TooLarge(path, target.Length + read);
                hash.AppendData(piece, 0, read);
                await target.WriteAsync(piece.AsMemory(0, read), cancellation);
                progress?.Report(new Transfer(name, target.Length, file.Length));
            }

            if (file.Length is { } length && target.Length < length)
                throw new EndOfStreamException($"it ends after {target.Length} of {length} bytes");
            if (file.Length is null) progress?.Report(new Transfer(name, target.Length, target.Length));
        }
    }

    private async Task<int> PieceAsync(Stream stream, byte[] piece, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            return await stream.ReadAsync(piece, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"nothing came for {patience.TotalSeconds:0} seconds", e);
        }
    }

    private static bool IsBreak(Exception e) => e is IOException or HttpRequestException or SocketException;

    private static InvalidDataException TooLarge(string path, long length) =>
        new($"'{path}' has {length} bytes or more, which is more than was promised or than any such file has");
}
