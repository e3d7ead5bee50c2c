using System.Runtime.InteropServices;

namespace Lodge.Storage.Native;

/// <summary>The kernel's <c>struct statx</c>, the same on every architecture.</summary>
/// <remarks>Source: statx(2).</remarks>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct FileStatus
{
    /// <summary>What is asked for: all that stat(2) has.</summary>
    public const uint BasicMask = 0x7ff;

    [FieldOffset(20)]
    public uint Owner;

    [FieldOffset(24)]
    public uint Group;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(4)]
    public uint BlockSize;

    [FieldOffset(32)]
    public ulong Node;

    [FieldOffset(40)]
    public ulong Size;

    [FieldOffset(48)]
    public ulong Blocks;

    [FieldOffset(64)]
    public FileTime Accessed;

    [FieldOffset(96)]
    public FileTime Changed;

    [FieldOffset(112)]
    public FileTime Modified;

    [FieldOffset(136)]
    public uint DeviceMajor;

    [FieldOffset(140)]
    public uint DeviceMinor;

    /// <summary>The kernel's <c>struct statx_timestamp</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct FileTime
    {
        public long Seconds;
        public uint Nanoseconds;
        private readonly int _reserved;
    }
}
