using Lodge.Protocol.Errors;

namespace Lodge.Storage.Native;

/// <summary>Whether a file system that can share blocks between files does so for a folder.</summary>
/// <remarks>Source: linux/fs.h, <c>FS_IOC_SETFLAGS</c>; only btrfs has the flag.</remarks>
internal static unsafe class CopyOnWrite
{
    private const nuint GetFlags = 0x80086601;
    private const nuint SetFlags = 0x40086602;
    private const long NoCopyOnWrite = 0x00800000;

    /// <summary>Sets it.</summary>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR where the file system has no such choice.</exception>
    public static void Set(string folder, bool copyOnWrite)
    {
        if (FileSystemSpace.KindOf(folder) != FileSystemSpace.Btrfs)
            throw StorageError.System(LibC.NotImplemented, $"unable to control COW flag on '{folder}', not btrfs");
        using var file = Probing.ImageFile.Open(folder);
        long flags = 0;
        if (LibC.Ioctl(file, GetFlags, &flags) < 0)
            throw StorageError.System($"unable get directory flags on '{folder}'");
        flags = copyOnWrite ? flags & ~NoCopyOnWrite : flags | NoCopyOnWrite;
        if (LibC.Ioctl(file, SetFlags, &flags) < 0)
            throw StorageError.System($"unable control COW flag on '{folder}'");
    }
}
