using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.SavedState;

/// <summary>A saved guest's file: what libvirt's and Lodge's daemons both write and read.</summary>
public sealed class SaveImage
{
    // Room for XML that an administrator makes longer than it was.
    private const int Padding = 64 * 1024;

    private readonly SaveHeader _header;

    private SaveImage(SaveHeader header, string xml, string? cookie)
    {
        _header = header;
        Xml = xml;
        Cookie = cookie;
    }

    /// <summary>The domain's XML.</summary>
    public string Xml { get; }

    /// <summary>What the daemon that wrote it noted beside the XML: the guest's exact CPU; null for nothing.</summary>
    public string? Cookie { get; }

    /// <summary>Whether the guest is to run when it is restored.</summary>
    public bool WasRunning => _header.WasRunning;

    /// <summary>How QEMU's stream is compressed.</summary>
    public SaveCompression Compression => _header.Compression;

    /// <summary>Where in the file QEMU's stream begins.</summary>
    public long StreamOffset => SaveHeader.Size + (long)_header.DataLength;

    /// <summary>A file to be written.</summary>
    public static SaveImage Create(string xml, string? cookie, bool wasRunning, SaveCompression compression)
    {
        var header = new SaveHeader(false, 0, wasRunning, compression, 0);
        var length = Data(xml, cookie, 0, out var cookieOffset).Length + Padding;
        return new SaveImage(
            header with { DataLength = (uint)length, CookieOffset = cookieOffset }, xml, cookie);
    }

    /// <summary>Reads the beginning of a file.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED: it is no such file, or was not written to its
    /// end.</exception>
    public static SaveImage Read(SafeFileHandle file)
    {
        Span<byte> start = stackalloc byte[SaveHeader.Size];
        var header = SaveHeader.Read(start[..RandomAccess.Read(file, start, 0)]);
        if (!header.IsComplete)
        {
            throw Failed("save image is incomplete");
        }

        var data = new byte[header.DataLength];
        for (var read = 0; read < data.Length;)
        {
            var count = RandomAccess.Read(file, data.AsSpan(read), SaveHeader.Size + read);
            read += count > 0 ? count : throw Failed("failed to read domain XML");
        }

        var xmlLength = header.CookieOffset > 0 ? (int)header.CookieOffset : data.Length;
        return new SaveImage(
            header, Text(data.AsSpan(0, xmlLength)), header.CookieOffset > 0 ? Text(data.AsSpan(xmlLength)) : null);
    }

    /// <summary>Puts a file to the place where QEMU's stream begins.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED: the file has no places.</exception>
    public void SeekToStream(SafeFileHandle file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (LibC.Seek((int)file.DangerousGetHandle(), StreamOffset, 0) < 0)
        {
            throw Failed("cannot seek in the domain save file");
        }
    }

    /// <summary>
    /// Whether a file is one that was not written to its end: its daemon or host went down meanwhile.
    /// </summary>
    public static bool IsBroken(SafeFileHandle file)
    {
        Span<byte> start = stackalloc byte[SaveHeader.Size];
        var count = RandomAccess.Read(file, start, 0);
        return count < SaveHeader.Size || start.StartsWith("LibvirtQemudPart"u8);
    }

    /// <summary>Writes all before QEMU's stream, still marked as incomplete.</summary>
    public void WriteStart(SafeFileHandle file) => RandomAccess.Write(file, Start(), 0);

    /// <summary>Marks a file as complete.</summary>
    public void MarkComplete(SafeFileHandle file)
    {
        Span<byte> start = stackalloc byte[SaveHeader.Size];
        (_header with { IsComplete = true }).Write(start);
        RandomAccess.Write(file, start, 0);
    }

    /// <summary>Replaces the XML, and whether the guest is to run, in a complete file.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED: the XML is longer than the file has room
    /// for.</exception>
    public void Rewrite(SafeFileHandle file, string xml, bool wasRunning)
    {
        _ = Data(xml, Cookie, (int)_header.DataLength, out var cookieOffset);
        var header = _header with { WasRunning = wasRunning, CookieOffset = cookieOffset };
        RandomAccess.Write(file, new SaveImage(header, xml, Cookie).Start(), 0);
    }

    /// <summary>All before QEMU's stream.</summary>
    internal byte[] Start()
    {
        var data = Data(Xml, Cookie, (int)_header.DataLength, out _);
        var start = new byte[SaveHeader.Size + _header.DataLength];
        _header.Write(start);
        data.CopyTo(start, SaveHeader.Size);
        return start;
    }

    private static byte[] Data(string xml, string? cookie, int room, out uint cookieOffset)
    {
        var text = Encoding.UTF8.GetBytes(xml + '\0' + (cookie is null ? "" : cookie + '\0'));
        cookieOffset = cookie is null ? 0 : (uint)Encoding.UTF8.GetByteCount(xml) + 1;
        return room == 0 || text.Length <= room ? text : throw Failed("new xml too large to fit in file");
    }

    private static string Text(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? data : data[..end]);
    }

    private static VirException Failed(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_QEMU, detail);
}
