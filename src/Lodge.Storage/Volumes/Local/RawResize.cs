using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Raw images made longer or shorter.</summary>
internal static class RawResize
{
    /// <summary>Does it.</summary>
    /// <param name="volume">The image.</param>
    /// <param name="capacity">Its new length, in bytes.</param>
    /// <param name="allocates">Whether what it grows by is occupied at once.</param>
    public static void Run(StorageVolumeDefinition volume, ulong capacity, bool allocates)
    {
        var path = volume.Path;
        var number = LibC.Open(path, LibC.ReadWrite | LibC.CloseOnExec, 0);
        if (number < 0) throw StorageError.System($"Unable to open '{path}'");
        using var file = new SafeFileHandle(number, ownsHandle: true);
        if (!allocates)
        {
            if (LibC.Truncate(file, (long)capacity) != 0) throw StorageError.System(
                $"Failed to truncate file '{path}'");
            return;
        }

        if (!FileFacts.TryGet(file, out var facts)) throw StorageError.System($"Unable to stat '{path}'");
        if (capacity <= facts.Size) return;
        if (LibC.Allocate(file, 0, (long)facts.Size, (long)(capacity - facts.Size)) != 0)
        {
            var failure = StorageError.System($"Failed to pre-allocate space for file '{path}'");
            _ = LibC.Truncate(file, (long)facts.Size);
            throw failure;
        }
    }
}
