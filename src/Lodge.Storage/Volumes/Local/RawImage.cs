using System.Runtime.InteropServices;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Probing;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Raw images in files, made without any program.</summary>
internal static class RawImage
{
    /// <summary>Makes one, and takes it away again where that fails.</summary>
    /// <exception cref="VirException">It cannot be made so.</exception>
    public static void Build(VolumeBuild build, CancellationToken cancellation)
    {
        Check(build);
        var volume = build.Volume;
        const int Flags = LibC.ReadWrite | LibC.Create | LibC.Exclusive | LibC.NoFollow | LibC.CloseOnExec;
        var number = LibC.Open(volume.Path, Flags, VolumeOwner.Mode(volume));
        if (number < 0) throw StorageError.System($"Failed to create file '{volume.Path}'");
        using var file = new SafeFileHandle(number, ownsHandle: true);
        try
        {
            VolumeOwner.Set(volume, file);
            if (volume.Target.NoCopyOnWrite) CopyOnWrite.Set(volume.Path, copyOnWrite: false);
            Fill(build, file, cancellation);
        }
        catch
        {
            _ = LibC.Unlink(volume.Path);
            throw;
        }
    }

    /// <summary>Copies a volume into a device that is there already.</summary>
    /// <exception cref="VirException">It cannot be copied so.</exception>
    public static void CopyToDevice(VolumeBuild build, CancellationToken cancellation)
    {
        if (build.Has(VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA))
        {
            throw StorageError.Unsupported("metadata preallocation is not supported for block volumes");
        }

        var volume = build.Volume;
        var number = LibC.Open(volume.Path, LibC.ReadWrite | LibC.CloseOnExec, 0);
        if (number < 0) throw StorageError.System($"cannot create path '{volume.Path}'");
        using var file = new SafeFileHandle(number, ownsHandle: true);
        if (build.Input is { } input)
        {
            using var from = ImageFile.Open(input.Path);
            if (build.Has(VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_REFLINK))
            {
                ImageCopy.Reflink(file, from, input.Path);
            }
            else
            {
                ImageCopy.Run(
                    file, volume.Path, from, input.Path, (long)volume.Capacity, isSparse: false, cancellation);
            }
        }

        VolumeOwner.Set(volume, file);
    }

    private static void Check(VolumeBuild build)
    {
        if (build.Has(VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA))
        {
            throw StorageError.Unsupported("metadata preallocation is not supported for raw volumes");
        }

        if (build.Volume.Backing is not null)
        {
            throw StorageError.NoSupport("backing storage not supported for raw volumes");
        }
    }

    private static void Fill(VolumeBuild build, SafeFileHandle file, CancellationToken cancellation)
    {
        var volume = build.Volume;
        if (LibC.Truncate(file, (long)volume.Capacity) != 0)
        {
            throw StorageError.System($"cannot extend file '{volume.Path}'");
        }

        // A clone that may occupy less than its source has is a sparse one.
        var needsSpace = volume.Allocation > 0 && (build.Input is null || volume.Allocation >= build.Input.Capacity);
        if (needsSpace && TryAllocate(file, volume)) needsSpace = false;
        var copied = build.Input is { } input ? Copy(build, input, file, isSparse: !needsSpace, cancellation) : 0;
        if (needsSpace) WriteZeroes(file, volume, copied, cancellation);

        // A volume of holes alone has no content that a power cut could take.
        var isEmpty = volume.Allocation == 0 && build.Input is null;
        if (!isEmpty && LibC.Sync(file) != 0)
        {
            throw StorageError.System($"cannot sync data to file '{volume.Path}'");
        }
    }

    private static long Copy(
        VolumeBuild build, StorageVolumeDefinition input, SafeFileHandle file, bool isSparse,
        CancellationToken cancellation)
    {
        using var from = ImageFile.Open(input.Path);
        if (build.Has(VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_REFLINK))
        {
            ImageCopy.Reflink(file, from, input.Path);
            return (long)input.Capacity;
        }

        return ImageCopy.Run(
            file, build.Volume.Path, from, input.Path, (long)input.Capacity, isSparse, cancellation);
    }

    // False where the file system has no such call: the bytes are written then.
    private static bool TryAllocate(SafeFileHandle file, StorageVolumeDefinition volume)
    {
        if (LibC.Allocate(file, 0, 0, (long)volume.Allocation) == 0) return true;
        return Marshal.GetLastPInvokeError() is LibC.NotImplemented or LibC.NotSupported
            ? false
            : throw StorageError.System($"cannot allocate {volume.Allocation} bytes in file '{volume.Path}'");
    }

    private static void WriteZeroes(
        SafeFileHandle file, StorageVolumeDefinition volume, long from, CancellationToken cancellation)
    {
        try
        {
            ZeroWriter.Write(file, from, (long)volume.Allocation - from, cancellation);
        }
        catch (IOException failure)
        {
            throw FileFailure.Of(failure, $"cannot fill file '{volume.Path}'");
        }
    }
}
