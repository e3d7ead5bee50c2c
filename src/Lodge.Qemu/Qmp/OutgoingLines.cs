using System.Buffers;
using System.Runtime.InteropServices;

namespace Lodge.Qemu.Qmp;

/// <summary>Lines that go out in one system call, with at most one file at their first byte.</summary>
internal sealed class OutgoingLines
{
    private const int MaxTogether = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _bytes;

    public OutgoingLines(ReadOnlySpan<byte> lines, SafeHandle? file)
    {
        _bytes = new ArrayBufferWriter<byte>(Math.Max(lines.Length, 256));
        _bytes.Write(lines);
        File = file;
    }

    public SafeHandle? File { get; }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    public bool TryAppend(ReadOnlySpan<byte> lines)
    {
        if (_bytes.WrittenCount + lines.Length > MaxTogether) return false;
        _bytes.Write(lines);
        return true;
    }
}
