using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Overwrites files and devices so that what was in them cannot be read again.</summary>
internal static class VolumeWipe
{
    private const ulong BlockUnit = 512;

    /// <summary>Overwrites one, away from the caller's thread.</summary>
    /// <exception cref="VirException">It cannot be overwritten, or there is no such way.</exception>
    public static Task RunAsync(string path, VirStorageVolWipeAlgorithm algorithm, CancellationToken cancellation)
    {
        var passes = WipePasses.Of(algorithm);
        return Task.Run(() => Run(path, passes, cancellation), cancellation);
    }

    private static void Run(string path, IReadOnlyList<WipePass> passes, CancellationToken cancellation)
    {
        var number = LibC.Open(path, LibC.ReadWrite | LibC.NonBlocking | LibC.CloseOnExec, 0);
        if (number < 0) throw StorageError.System($"Failed to open storage volume with path '{path}'");
        using var file = new SafeFileHandle(number, ownsHandle: true);
        if (!FileFacts.TryGet(file, out var facts))
        {
            throw StorageError.System($"Failed to stat storage volume with path '{path}'");
        }

        // Cutting a sparse file off and growing it again gives all its blocks back.
        if (passes is [{ IsZero: true }] && facts.Kind == FileKind.Regular
            && facts.Allocated < facts.Size / BlockUnit * BlockUnit)
        {
            Cut(file, path, 0);
            Cut(file, path, facts.Size);
            return;
        }

        var length = facts.Kind == FileKind.Block ? VolumeFacts.DeviceSize(file, path) : facts.Size;
        foreach (var pass in passes)
        {
            Overwrite(file, path, (long)length, pass, cancellation);
        }
    }

    private static void Cut(SafeFileHandle file, string path, ulong size)
    {
        if (LibC.Truncate(file, (long)size) != 0)
        {
            throw StorageError.System($"Failed to truncate volume with path '{path}' to {size} bytes");
        }
    }

    private static void Overwrite(
        SafeFileHandle file, string path, long length, WipePass pass, CancellationToken cancellation)
    {
        var buffer = pass.NewBuffer();
        for (var offset = 0L; offset < length;)
        {
            cancellation.ThrowIfCancellationRequested();
            pass.Fill(buffer);
            var count = (int)Math.Min(buffer.Length, length - offset);
            try
            {
                RandomAccess.Write(file, buffer.AsSpan(0, count), offset);
            }
            catch (IOException failure)
            {
                throw FileFailure.Of(failure, $"Failed to write {count} bytes to storage volume with path '{path}'");
            }

            offset += count;
        }

        if (LibC.SyncData(file) != 0) throw StorageError.System($"cannot sync data to volume with path '{path}'");
    }
}
