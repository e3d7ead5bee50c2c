using System.Globalization;
using System.Text.RegularExpressions;
using Lodge.Model.Storage;

namespace Lodge.Storage.Backends.Logical;

/// <summary>A stretch of a logical volume, as lvs prints it.</summary>
internal sealed partial record LogicalVolumeLine
{
    /// <summary>
    /// The columns asked for. Names may have colons, and lists of devices commas: neither can part the columns.
    /// </summary>
    public const string Fields =
        "lv_name,origin,uuid,devices,segtype,stripes,seg_size,vg_extent_size,size,lv_attr";

    private const int FieldCount = 10;

    public required string Name { get; init; }

    /// <summary>The volume it is a snapshot of; null where it is none.</summary>
    public string? Origin { get; init; }

    public required string Uuid { get; init; }

    public required IReadOnlyList<StorageVolumeExtent> Extents { get; init; }

    public required ulong Allocation { get; init; }

    /// <summary>Whether it is a snapshot with less room than its capacity.</summary>
    public required bool IsSparse { get; init; }

    /// <summary>Reads a line.</summary>
    /// <returns>The stretch; null for what is no volume that can be used: inactive ones, and pools of thin
    /// ones.</returns>
    /// <exception cref="Protocol.Errors.VirException">The numbers in it are none.</exception>
    public static LogicalVolumeLine? Parse(string line)
    {
        var fields = line.Trim().TrimEnd('#').Split('#');
        if (fields.Length != FieldCount || fields[9] is not { Length: > 4 } attributes)
            return null;
        if (attributes[4] != 'a' || attributes[0] == 't')
            return null;
        return new()
        {
            Name = fields[0],

            // A name in brackets is LVM's own, and nobody may use it.
            Origin = fields[1] is { Length: > 0 } origin && origin[0] != '[' ? origin : null,
            Uuid = fields[2],
            Extents = ParseExtents(fields),
            Allocation = Number(fields[8], "malformed volume allocation value"),
            IsSparse = attributes[0] == 's',
        };
    }

    private static List<StorageVolumeExtent> ParseExtents(string[] fields)
    {
        var length = Number(fields[6], "malformed volume extent length value");
        var unit = Number(fields[7], "malformed volume extent size value");
        var places = PlacePattern().Matches(fields[3]);
        if (places.Count == 0)
            throw StorageError.Internal("malformed volume extent devices value");
        var extents = new List<StorageVolumeExtent>(places.Count);
        foreach (Match place in places)
        {
            var start = Number(place.Groups[2].Value, "malformed volume extent offset value") * unit;
            extents.Add(new(place.Groups[1].Value, new StorageExtent(start, start + length)));
        }

        return extents;
    }

    private static ulong Number(string text, string complaint) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw StorageError.Internal(complaint);

    [GeneratedRegex(@"([^,\s]+)\(([0-9]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();
}
