using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The geometry that a disk claims.</summary>
public sealed class DiskGeometry
{
    /// <summary>Cylinders.</summary>
    public uint Cylinders { get; set; }

    /// <summary>Heads.</summary>
    public uint Heads { get; set; }

    /// <summary>Sectors of a track.</summary>
    public uint Sectors { get; set; }

    /// <summary>How the BIOS translates.</summary>
    public GeometryTranslation Translation { get; set; }

    internal static DiskGeometry Parse(Element element) => new()
    {
        Cylinders = element.UInt("cyls") ?? 0,
        Heads = element.UInt("heads") ?? 0,
        Sectors = element.UInt("secs") ?? 0,
        Translation = element.Named("trans", GeometryTranslationNames.Table, nonZero: true),
    };

    internal void Format(XmlOutput output)
    {
        if (Cylinders > 0 && Heads > 0 && Sectors > 0)
        {
            output.Start("geometry").Attribute("cyls", (ulong?)Cylinders).Attribute("heads", (ulong?)Heads)
                .Attribute("secs", (ulong?)Sectors).Named("trans", Translation, GeometryTranslationNames.Table).End();
        }
    }
}
