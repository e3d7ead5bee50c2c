using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Lodge.Host.Native;

/// <summary>A shared mapping of memory: anonymous, or of a file such as a virtual CPU.</summary>
internal sealed unsafe class SharedPages : IDisposable
{
    private const int ReadWrite = 0x3;
    private const int Shared = 0x1;
    private const int Anonymous = 0x20;
    private readonly nuint _length;
    private byte* _address;

    private SharedPages(int file, nuint length)
    {
        var mapped = LibC.Map(null, length, ReadWrite, file < 0 ? Shared | Anonymous : Shared, file, 0);
        if ((nint)mapped == -1)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        _address = (byte*)mapped;
        _length = length;
    }

    /// <summary>Where the mapping begins.</summary>
    public byte* Address => _address;

    /// <summary>The mapping as bytes.</summary>
    public Span<byte> Bytes => new(_address, checked((int)_length));

    /// <summary>Fresh zeroed memory.</summary>
    /// <exception cref="Win32Exception">The kernel has none to give.</exception>
    public static SharedPages Fresh(int length) => new(-1, (nuint)length);

    /// <summary>The first bytes of an open file.</summary>
    /// <exception cref="Win32Exception">The file cannot be mapped.</exception>
    public static SharedPages Of(SafeHandle file, int length) => new((int)file.DangerousGetHandle(), (nuint)length);

    public void Dispose()
    {
        if (_address is not null)
        {
            _ = LibC.Unmap(_address, _length);
            _address = null;
        }
    }
}
