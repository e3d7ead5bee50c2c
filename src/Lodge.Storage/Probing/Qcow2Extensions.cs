using Lodge.Model.Domain;

namespace Lodge.Storage.Probing;

/// <summary>What follows a qcow2 header: tagged pieces, each with its length.</summary>
/// <param name="BackingFormat">The format of the image below; null where none is said, or one nobody knows.</param>
/// <param name="DataFile">The name of the file with the image's data; null where none is said.</param>
internal readonly record struct Qcow2Extensions(StorageFormat? BackingFormat, string? DataFile)
{
    private const uint End = 0;
    private const uint BackingFormatTag = 0xE2792ACA;
    private const uint DataFileTag = 0x44415441;
    private const ulong TagLength = 8;
    private const ulong Alignment = 8;

    /// <summary>Reads them; each step goes forward, so that no input keeps it busy.</summary>
    /// <param name="header">The image's first bytes.</param>
    /// <param name="start">Where the fixed part of the header ends.</param>
    /// <param name="limit">Where something else begins.</param>
    public static Qcow2Extensions Read(HeaderBytes header, ulong start, ulong limit)
    {
        var found = default(Qcow2Extensions);
        var offset = start;
        while (header.At(offset, TagLength) is { IsEmpty: false } && offset + TagLength <= limit)
        {
            var (tag, length) = (header.UInt32Big(offset), header.UInt32Big(offset + 4)!.Value);
            offset += TagLength;
            if (tag == End || header.At(offset, length).Length != length) break;
            found = tag switch
            {
                BackingFormatTag => found with { BackingFormat = Format(header.Text(offset, length)) },
                DataFileTag => found with { DataFile = header.Text(offset, length) },
                _ => found,
            };
            offset += (length + Alignment - 1) / Alignment * Alignment;
        }

        return found;
    }

    private static StorageFormat? Format(string? name) =>
        StorageFormatNames.Table.TryParse(name, out var format) && format != StorageFormat.None ? format : null;
}
