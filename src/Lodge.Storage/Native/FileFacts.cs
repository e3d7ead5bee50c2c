using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Native;

/// <summary>What the kernel knows of a file.</summary>
internal readonly struct FileFacts
{
    private const ushort KindMask = 0xf000;
    private const uint AccessMask = 0x1ff;
    private const ulong BlockUnit = 512;
    private readonly FileStatus _status;

    private FileFacts(in FileStatus status) => _status = status;

    public FileKind Kind => (FileKind)(_status.Mode & KindMask);

    /// <summary>The access bits.</summary>
    public uint Mode => _status.Mode & AccessMask;

    public uint Owner => _status.Owner;

    public uint Group => _status.Group;

    /// <summary>Its length in bytes.</summary>
    public ulong Size => _status.Size;

    /// <summary>Bytes that it occupies.</summary>
    public ulong Allocated => _status.Blocks * BlockUnit;

    /// <summary>Bytes of one write that the file system likes.</summary>
    public int BlockSize => (int)_status.BlockSize;

    public FileStatus.FileTime Accessed => _status.Accessed;

    public FileStatus.FileTime Changed => _status.Changed;

    public FileStatus.FileTime Modified => _status.Modified;

    /// <summary>The same for every name of one file.</summary>
    public (uint Major, uint Minor, ulong Node) Identity => (_status.DeviceMajor, _status.DeviceMinor, _status.Node);

    /// <summary>Asks for what a path leads to; false leaves the error for <c>Marshal.GetLastPInvokeError</c>.</summary>
    public static bool TryGet(string path, bool follow, out FileFacts facts) =>
        TryGet(LibC.WorkingDirectory, path, follow ? 0 : LibC.LinkItself, out facts);

    /// <summary>Asks for an open file.</summary>
    public static bool TryGet(SafeFileHandle file, out FileFacts facts) =>
        TryGet((int)file.DangerousGetHandle(), "", LibC.EmptyPath, out facts);

    private static unsafe bool TryGet(int folder, string path, int flags, out FileFacts facts)
    {
        FileStatus status;
        var stands = LibC.Statx(folder, path, flags, FileStatus.BasicMask, &status) == 0;
        facts = stands ? new FileFacts(status) : default;
        return stands;
    }
}
