using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Snapshots;

/// <summary>What a snapshot does with one disk.</summary>
public sealed class SnapshotDisk
{
    /// <summary>The disk, by its target.</summary>
    public required string Name { get; set; }

    /// <summary>Where its state is kept.</summary>
    public SnapshotLocation Location { get; set; }

    /// <summary>
    /// The image that the guest writes to from then on, of an external snapshot; null where not said.
    /// </summary>
    public StorageSource? Source { get; set; }

    internal static SnapshotDisk Parse(Element element)
    {
        var disk = new SnapshotDisk
        {
            Name = element.Attribute("name")
                ?? throw XmlError.Here("missing name from disk snapshot element"),
            Location = element.Attribute("snapshot") is { } word
                ? SnapshotLocationNames.Table.TryParse(word, out var location) && location != SnapshotLocation.Default
                    ? location
                    : throw XmlError.Unsupported($"unknown disk snapshot setting '{word}'")
                : SnapshotLocation.Default,
        };
        if (element.Child("source") is { } source)
        {
            disk.Source = StorageSource.ParseBase(element.Attribute("type") ?? "file", null, null);
            disk.Source.Parse(source, DomainXmlParseOptions.Configuration);
        }

        if (element.Child("driver")?.Attribute("type") is { } format)
        {
            disk.Source ??= new StorageSource();
            disk.Source.Format = StorageFormatNames.Table.TryParse(format, out var form) && form != StorageFormat.None
                ? form
                : throw XmlError.Unsupported($"unknown disk snapshot driver '{format}'");
        }

        if (disk is { Location: SnapshotLocation.Default, Source: not null })
        {
            disk.Location = SnapshotLocation.External;
        }

        return disk.Location != SnapshotLocation.External && disk.Source?.Path is not null
            ? throw new VirException(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                VirErrorDomain.VIR_FROM_DOMAIN_SNAPSHOT,
                $"external snapshot file for disk {disk.Name} requires 'external' location")
            : disk;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("disk").Attribute("name", Name)
            .Attribute("snapshot", Location == SnapshotLocation.Default ? null : Location.ToXml());
        if (Source is { } source)
        {
            output.Attribute("type", source.Type.ToXml());
            if (source.Format != StorageFormat.None)
            {
                output.Start("driver").Attribute("type", source.Format.ToXml()).End();
            }

            if (source.Path is not null)
            {
                source.FormatElement(output, DomainXmlFormatOptions.Configuration);
            }
        }

        output.End();
    }
}
