using System.Runtime.InteropServices;
using Lodge.Model.Storage;

namespace Lodge.Storage.Native;

/// <summary>How much room the file system around a path has.</summary>
/// <remarks>Source: statvfs(3) and statfs(2), their structures of 64-bit Linux.</remarks>
internal static unsafe partial class FileSystemSpace
{
    /// <summary>The number of btrfs.</summary>
    public const long Btrfs = 0x9123683e;

    /// <summary>The number of the kind of file system around a path; 0 where the kernel does not say.</summary>
    public static long KindOf(string path)
    {
        var answer = stackalloc byte[256];
        return AskKind(path, answer) == 0 ? *(long*)answer : 0;
    }

    /// <summary>Asks the kernel.</summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_SYSTEM_ERROR where it does not say.</exception>
    public static StoragePoolUsage Of(string path)
    {
        Answer answer;
        if (Ask(path, &answer) != 0)
            throw StorageError.System($"cannot statvfs path '{path}'");
        var capacity = answer.UnitSize * answer.Blocks;
        var available = answer.UnitSize * answer.FreeBlocks;
        return new StoragePoolUsage(capacity, capacity - available, available);
    }

    [LibraryImport("libc", EntryPoint = "statvfs", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Ask(string path, Answer* answer);

    [LibraryImport("libc", EntryPoint = "statfs", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AskKind(string path, byte* answer);

    [StructLayout(LayoutKind.Explicit, Size = 112)]
    private struct Answer
    {
        [FieldOffset(8)]
        public ulong UnitSize;

        [FieldOffset(16)]
        public ulong Blocks;

        [FieldOffset(24)]
        public ulong FreeBlocks;
    }
}
