using System.Buffers.Binary;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.SavedState;

/// <summary>The first bytes of a saved guest's file.</summary>
/// <remarks>
/// libvirt's <c>virQEMUSaveHeader</c>, in the byte order of the host that wrote it:
/// <code>
///  0  magic         16 bytes, "LibvirtQemudSave", or "LibvirtQemudPart" while it is being written
/// 16  version       2
/// 20  data length   of the domain's XML, the cookie and the padding that follow the header
/// 24  was running   1 where the guest is to run when it is restored
/// 28  compression   of what follows the data: QEMU's migration stream
/// 32  cookie offset in the data; 0 for none
/// 36  unused        56 bytes
/// </code>
/// </remarks>
/// <param name="IsComplete">Whether all of the guest is in the file.</param>
/// <param name="DataLength">Bytes between the header and QEMU's stream.</param>
/// <param name="WasRunning">Whether the guest is to run when it is restored.</param>
/// <param name="Compression">How QEMU's stream is compressed.</param>
/// <param name="CookieOffset">Where in the data the cookie begins; 0 for none.</param>
internal readonly record struct SaveHeader(
    bool IsComplete, uint DataLength, bool WasRunning, SaveCompression Compression, uint CookieOffset)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 92;

    /// <summary>As much XML as a domain may have, with room for more.</summary>
    public const uint MostData = 32 * 1024 * 1024;

    private const uint Version = 2;

    private static ReadOnlySpan<byte> Complete => "LibvirtQemudSave"u8;

    private static ReadOnlySpan<byte> Partial => "LibvirtQemudPart"u8;

    /// <summary>Reads a header.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED: it is none, or of another version.</exception>
    public static SaveHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size)
        {
            throw Failed("failed to read qemu header");
        }

        var isComplete = bytes.StartsWith(Complete);
        if (!isComplete && !bytes.StartsWith(Partial))
        {
            throw Failed("image magic is incorrect");
        }

        // A host of the other byte order wrote a version that looks far too high.
        var isForeign = Field(bytes, 0, false) > Version;
        var version = Field(bytes, 0, isForeign);
        if (version > Version)
        {
            throw Failed($"image version is not supported ({version} > {Version})");
        }

        var length = Field(bytes, 1, isForeign);
        var cookie = Field(bytes, 4, isForeign);
        if (length is 0 or > MostData || cookie > length)
        {
            throw Failed($"invalid header data length: {length}");
        }

        return new SaveHeader(
            isComplete, length, Field(bytes, 2, isForeign) != 0, (SaveCompression)Field(bytes, 3, isForeign), cookie);
    }

    /// <summary>Writes the header.</summary>
    public void Write(Span<byte> bytes)
    {
        bytes[..Size].Clear();
        (IsComplete ? Complete : Partial).CopyTo(bytes);
        SetField(bytes, 0, Version);
        SetField(bytes, 1, DataLength);
        SetField(bytes, 2, WasRunning ? 1u : 0u);
        SetField(bytes, 3, (uint)Compression);
        SetField(bytes, 4, CookieOffset);
    }

    private static uint Field(ReadOnlySpan<byte> bytes, int index, bool isForeign)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(16 + (4 * index))..]);
        return isForeign ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    private static void SetField(Span<byte> bytes, int index, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(16 + (4 * index))..], value);

    private static VirException Failed(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_QEMU, detail);
}
