using System.Runtime.InteropServices;

namespace Lodge.Cli.Virsh.Xml;

/// <summary>What kind of file a path leads to.</summary>
internal static partial class FileKind
{
    private const int ThisDirectory = -100;
    private const uint TypeOnly = 0x1;
    private const ushort TypeMask = 0xF000;
    private const ushort BlockDevice = 0x6000;

    /// <summary>The path leads to a block device.</summary>
    internal static bool IsBlockDevice(string? path) =>
        path is not null && Status(ThisDirectory, path, 0, TypeOnly, out var status) == 0
        && (status.Mode & TypeMask) == BlockDevice;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int directory, string path, int flags, uint mask, out FileStatus status);

    /// <summary>The start of Linux's <c>struct statx</c>; its size is fixed at 256 bytes.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(28)]
        internal ushort Mode;
    }
}
