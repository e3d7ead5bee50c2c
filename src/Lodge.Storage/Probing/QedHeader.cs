using Lodge.Model.Domain;

namespace Lodge.Storage.Probing;

/// <summary>The header of a QED image.</summary>
/// <remarks>Source: QEMU's <c>docs/interop/qed_spec.txt</c>.</remarks>
internal static class QedHeader
{
    public const ulong SizeOffset = 48;

    private const ulong FeaturesOffset = 16;
    private const ulong BackingOffset = 56;
    private const ulong BackingLength = 60;
    private const ulong HasBacking = 0x01;
    private const ulong BackingIsRaw = 0x04;

    /// <summary>The image below.</summary>
    public static ImageBacking? Backing(HeaderBytes header)
    {
        if (header.UInt64Little(FeaturesOffset) is not { } features || (features & HasBacking) == 0) return null;
        if (header.UInt32Little(BackingOffset) is not { } offset) return null;
        if (header.UInt32Little(BackingLength) is not { } length) return null;
        if (header.Text(offset, length) is not { } text) return null;
        return (features & BackingIsRaw) != 0
            ? new ImageBacking(text, StorageFormat.Raw)
            : new ImageBacking(text, Format: null, MayProbe: true);
    }
}
