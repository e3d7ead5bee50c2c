using Lodge.Install.Flow;
using Lodge.Install.Flow.Progress;

namespace Lodge.Install.Cloning;

/// <summary>Copies a file or device of this machine that no pool knows.</summary>
/// <param name="progress">Is told how far it is.</param>
/// <param name="undo">Removes the copy if something goes wrong later.</param>
internal sealed class FileCopy(ITransferProgress progress, UndoList undo)
{
    private const int BlockSize = 1024 * 1024;

    /// <summary>Copies it.</summary>
    /// <param name="from">What is copied.</param>
    /// <param name="to">Where to; what is there is written over.</param>
    /// <param name="isSparse">Whether a new file takes no room where there are only zeroes.</param>
    /// <param name="cancellation">Calls it off.</param>
    /// <exception cref="InstallFailure">It cannot be copied.</exception>
    public async Task RunAsync(string from, string to, bool isSparse, CancellationToken cancellation)
    {
        if (from == to || from == "/dev/null") return;
        try
        {
            await CopyAsync(from, to, isSparse && !File.Exists(to), cancellation);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new InstallFailure($"Error cloning diskimage {from} to {to}: {failed.Message}", failed);
        }
    }

    private async Task CopyAsync(string from, string to, bool skipsZeroes, CancellationToken cancellation)
    {
        await using var source = new FileStream(
            from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, useAsync: true);
        var isNew = !File.Exists(to);
        await using var target = new FileStream(to, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = isNew ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead : null,
        });
        if (isNew)
        {
            undo.Add($"disk '{Path.GetFileName(to)}'", () =>
            {
                File.Delete(to);
                return Task.CompletedTask;
            });
        }

        progress.Start($"Cloning {Path.GetFileName(from)}", source.Length);
        if (skipsZeroes) target.SetLength(source.Length);
        var (buffer, done) = (new byte[BlockSize], 0L);
        int count;
        while ((count = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            if (skipsZeroes && buffer.AsSpan(0, count).IndexOfAnyExcept((byte)0) < 0)
                target.Seek(count, SeekOrigin.Current);
            else await target.WriteAsync(buffer.AsMemory(0, count), cancellation);
            progress.Update(done += count);
        }

        progress.End();
    }
}
