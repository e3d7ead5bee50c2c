using Lodge.Model.Domain;

namespace Lodge.Storage.Probing;

/// <summary>The header of a LUKS volume.</summary>
/// <remarks>Source: LUKS1 On-Disk Format Specification, section 2.1.</remarks>
internal static class LuksHeader
{
    private const ulong VersionOffset = 6;
    private const ulong PayloadOffset = 104;

    /// <summary>How a raw image is encrypted; null where it is not.</summary>
    public static ImageEncryption? Read(HeaderBytes header) =>
        header.Has(0, [0x4c, 0x55, 0x4b, 0x53, 0xba, 0xbe]) && header.UInt16Big(VersionOffset) == 1
            ? new ImageEncryption(EncryptionFormat.Luks, header.UInt32Big(PayloadOffset))
            : null;
}
