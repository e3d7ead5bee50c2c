using Lodge.Model.Domain;

namespace Lodge.Storage.Probing;

/// <summary>By what bytes a format is known, and where its header keeps the image's size.</summary>
/// <remarks>Source: the formats' own documents in QEMU's <c>docs/interop</c>; the set is libvirt's
/// (<c>virStorageFileProbeFormat</c>): what it does not know is raw.</remarks>
internal sealed class FormatSignature
{
    private const ulong Sector = 512;

    /// <summary>Those that are known by content, in the order they are tried in.</summary>
    public static IReadOnlyList<FormatSignature> All { get; } =
    [
        new() { Format = StorageFormat.Iso, Magic = "CD001"u8.ToArray(), MagicOffset = 32769 },
        new()
        {
            Format = StorageFormat.Vpc, Magic = "conectix"u8.ToArray(), IsBigEndian = true,
            VersionOffset = 12, Versions = [0x10000], SizeOffset = 48,
        },
        new()
        {
            Format = StorageFormat.Vdi, Magic = [0x7f, 0x10, 0xda, 0xbe], MagicOffset = 64,
            VersionOffset = 68, Versions = [0x00010001], SizeOffset = 368,
        },
        new()
        {
            Format = StorageFormat.Ploop, Magic = "WithouFreSpacExt"u8.ToArray(), SizeOffset = 36, SizeUnit = Sector,
        },
        new()
        {
            Format = StorageFormat.Cow, Magic = "OOOM"u8.ToArray(), IsBigEndian = true,
            VersionOffset = 4, Versions = [2], SizeOffset = 1036,
        },
        new()
        {
            Format = StorageFormat.Qcow, Magic = "QFI"u8.ToArray(), IsBigEndian = true,
            VersionOffset = 4, Versions = [1], SizeOffset = QcowHeader.SizeOffset,
        },
        new()
        {
            Format = StorageFormat.Qcow2, Magic = "QFI"u8.ToArray(), IsBigEndian = true,
            VersionOffset = 4, Versions = [2, 3], SizeOffset = QcowHeader.SizeOffset,
        },
        new() { Format = StorageFormat.Qed, Magic = "QED"u8.ToArray(), SizeOffset = QedHeader.SizeOffset },
        new()
        {
            Format = StorageFormat.Vmdk, Magic = "KDMV"u8.ToArray(),
            VersionOffset = 4, Versions = [1, 2, 3], SizeOffset = 12, SizeUnit = Sector,
        },
    ];

    /// <summary>The format.</summary>
    public required StorageFormat Format { get; init; }

    private byte[] Magic { get; init; } = [];

    private int MagicOffset { get; init; }

    private bool IsBigEndian { get; init; }

    private ulong? VersionOffset { get; init; }

    private uint[] Versions { get; init; } = [];

    private ulong? SizeOffset { get; init; }

    private ulong SizeUnit { get; init; } = 1;

    /// <summary>The signature of a format; null for one that has none.</summary>
    public static FormatSignature? Of(StorageFormat format) => All.FirstOrDefault(one => one.Format == format);

    /// <summary>Whether an image is of this format.</summary>
    public bool Matches(HeaderBytes header)
    {
        if (!header.Has(MagicOffset, Magic)) return false;
        if (VersionOffset is not { } offset) return true;
        var version = IsBigEndian ? header.UInt32Big(offset) : header.UInt32Little(offset);
        return version is { } number && Versions.Contains(number);
    }

    /// <summary>The size that the guest sees, in bytes; 0 where the header does not say one that can be.</summary>
    public ulong Capacity(HeaderBytes header)
    {
        if (SizeOffset is not { } offset) return 0;
        var size = (IsBigEndian ? header.UInt64Big(offset) : header.UInt64Little(offset)) ?? 0;
        return size <= long.MaxValue / SizeUnit ? size * SizeUnit : 0;
    }
}
