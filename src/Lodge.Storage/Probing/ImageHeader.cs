using Lodge.Model.Domain;
using Lodge.Model.Storage;

namespace Lodge.Storage.Probing;

/// <summary>What the first bytes of an image say of it.</summary>
/// <remarks>The image may have been written by anybody: nothing is followed, nothing allocated by a length that it
/// states, and what makes no sense counts as not said. A guest that owns a raw image can make it look like any other
/// format, so a format that was found by looking must never decide how a guest's disk is opened.</remarks>
public sealed record ImageHeader
{
    /// <summary>How many bytes of an image are looked at, at most.</summary>
    public const int LargestSize = 0x8200;

    /// <summary>The format: as it was given, or as the content has it.</summary>
    public required StorageFormat Format { get; init; }

    /// <summary>The size that a guest sees, in bytes; 0 where the header does not say.</summary>
    public ulong Capacity { get; init; }

    /// <summary>Bytes in a cluster; 0 where the header does not say.</summary>
    public ulong ClusterSize { get; init; }

    /// <summary>What lies below; null where nothing does.</summary>
    public ImageBacking? Backing { get; init; }

    /// <summary>The features that a volume's XML shows; null for formats that have none.</summary>
    public VolumeFeatures? Features { get; init; }

    /// <summary>The compatibility level of qcow2 (<c>1.1</c>); null for its first one, and for all else.</summary>
    public string? Compatibility { get; init; }

    /// <summary>How the content is encrypted; null where it is not.</summary>
    public ImageEncryption? Encryption { get; init; }

    /// <summary>The file that holds a qcow2 image's data outside of it; null where there is none.</summary>
    public string? DataFile { get; init; }

    /// <summary>Says which format an image seems to have by its content; raw where it is no known one.</summary>
    public static StorageFormat Probe(ReadOnlySpan<byte> bytes) => Probe(new HeaderBytes(bytes));

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">The first bytes of the image; <see cref="LargestSize"/> are enough.</param>
    /// <param name="format">The format it is known to have; null to go by the content.</param>
    public static ImageHeader Read(ReadOnlySpan<byte> bytes, StorageFormat? format = null)
    {
        if (bytes.Length > LargestSize) bytes = bytes[..LargestSize];
        return Read(new HeaderBytes(bytes), format);
    }

    /// <summary>Reads a header of which a part was left out.</summary>
    /// <param name="bytes">The first bytes of the image.</param>
    /// <param name="unreadFrom">Where the part begins that was left out.</param>
    /// <param name="unreadTo">Where it ends.</param>
    /// <returns>The header; null where that part tells something of it.</returns>
    internal static ImageHeader? TryRead(ReadOnlySpan<byte> bytes, int unreadFrom, int unreadTo)
    {
        var isMissed = false;
        var read = Read(new HeaderBytes(bytes, unreadFrom, unreadTo, ref isMissed), null);
        return isMissed ? null : read;
    }

    private static StorageFormat Probe(HeaderBytes header)
    {
        foreach (var signature in FormatSignature.All)
        {
            if (signature.Matches(header)) return signature.Format;
        }

        return StorageFormat.Raw;
    }

    private static ImageHeader Read(HeaderBytes header, StorageFormat? format)
    {
        var known = format ?? Probe(header);
        var read = new ImageHeader { Format = known, Capacity = FormatSignature.Of(known)?.Capacity(header) ?? 0 };
        return known switch
        {
            StorageFormat.Raw => read with { Encryption = LuksHeader.Read(header) },
            StorageFormat.Cow => read with { Backing = CowHeader.Backing(header) },
            StorageFormat.Qcow => QcowHeader.ReadVersion1(read, header),
            StorageFormat.Qcow2 => QcowHeader.Read(read, header),
            StorageFormat.Qed => read with { Backing = QedHeader.Backing(header) },
            StorageFormat.Vmdk => read with { Backing = VmdkHeader.Backing(header) },
            _ => read,
        };
    }
}
