using Lodge.Model.Domain;
using Lodge.Model.Storage;

namespace Lodge.Storage.Probing;

/// <summary>The header of QEMU's own images, all three versions.</summary>
/// <remarks>Source: QEMU's <c>docs/interop/qcow2.txt</c>.</remarks>
internal static class QcowHeader
{
    public const ulong SizeOffset = 24;

    private const ulong VersionOffset = 4;
    private const ulong BackingOffset = 8;
    private const ulong BackingLength = 16;
    private const ulong ClusterBits = 20;
    private const ulong Version1Crypt = 36;
    private const ulong Crypt = 32;
    private const ulong IncompatibleFeatures = 72;
    private const ulong CompatibleFeatures = 80;
    private const ulong HeaderLength = 100;
    private const ulong Version2Length = 72;
    private const uint LongestBackingText = 1023;
    private const int LargestClusterBits = 62;

    private const ulong LazyRefcounts = 1;
    private const ulong ExternalData = 1 << 2;
    private const ulong ExtendedL2 = 1 << 4;

    /// <summary>The rest of a qcow image's header.</summary>
    public static ImageHeader ReadVersion1(ImageHeader image, HeaderBytes header) => image with
    {
        Encryption = header.UInt32Big(Version1Crypt) == 1 ? new ImageEncryption(EncryptionFormat.Qcow, null) : null,
        Backing = BackingText(header) is { } text ? new ImageBacking(text, Format: null) : null,
    };

    /// <summary>The rest of a qcow2 image's header.</summary>
    public static ImageHeader Read(ImageHeader image, HeaderBytes header)
    {
        var isFirst = header.UInt32Big(VersionOffset) is not >= 3;
        var extensions = Qcow2Extensions.Read(
            header,
            isFirst ? Version2Length : header.UInt32Big(HeaderLength) ?? ulong.MaxValue,
            header.UInt64Big(BackingOffset) is { } offset and > 0 ? offset : ulong.MaxValue);
        var incompatible = isFirst ? 0 : header.UInt64Big(IncompatibleFeatures) ?? 0;
        return image with
        {
            ClusterSize = header.UInt32Big(ClusterBits) is { } bits and > 0 and <= LargestClusterBits
                ? 1UL << (int)bits
                : 0,
            Encryption = header.UInt32Big(Crypt) switch
            {
                1 => new ImageEncryption(EncryptionFormat.Qcow, null),
                2 => new ImageEncryption(EncryptionFormat.Luks, null),
                _ => null,
            },
            Backing = BackingText(header) is { } text ? new ImageBacking(text, extensions.BackingFormat) : null,
            Features = isFirst ? null : Features(header, incompatible),
            Compatibility = isFirst ? null : "1.1",
            DataFile = (incompatible & ExternalData) != 0 ? extensions.DataFile : null,
        };
    }

    private static string? BackingText(HeaderBytes header)
    {
        var offset = header.UInt64Big(BackingOffset) ?? 0;
        var length = header.UInt32Big(BackingLength) ?? 0;
        return offset == 0 || length is 0 or > LongestBackingText ? null : header.Text(offset, length);
    }

    private static VolumeFeatures Features(HeaderBytes header, ulong incompatible)
    {
        var compatible = header.UInt64Big(CompatibleFeatures) ?? 0;
        return ((compatible & LazyRefcounts) != 0 ? VolumeFeatures.LazyRefcounts : default)
            | ((incompatible & ExtendedL2) != 0 ? VolumeFeatures.ExtendedL2 : default);
    }
}
