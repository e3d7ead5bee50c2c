using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The copy being made of a running guest's disk.</summary>
public sealed class DiskMirror
{
    /// <summary>Where the copy goes.</summary>
    public StorageSource Source { get; set; } = new();

    /// <summary>The job that makes it.</summary>
    public BlockJobType Job { get; set; } = BlockJobType.Copy;

    /// <summary>How far it is.</summary>
    public MirrorState State { get; set; }

    internal static DiskMirror Parse(Element element, DomainXmlParseOptions options)
    {
        var mirror = new DiskMirror();
        if (element.Attribute("job") is { } job)
        {
            mirror.Job = BlockJobTypeNames.Table.TryParse(job, out var kind)
                && kind is BlockJobType.Copy or BlockJobType.ActiveCommit
                ? kind
                : throw XmlError.Unsupported($"unknown mirror job type '{job}'");
        }

        var type = element.Attribute("type");
        if (type is not null)
        {
            var place = element.Child("source") ?? throw XmlError.Domain("mirror requires source element");
            mirror.Source = StorageSource.ParseBase(
                type, element.ChildAttribute("format", "type"), place.Attribute("index"));
            mirror.Source.Parse(place, options);
            mirror.Source.Backing = BackingStore.Parse(element, options);
        }
        else if (mirror.Job != BlockJobType.Copy)
        {
            throw XmlError.Domain("mirror without type only supported by copy job");
        }
        else
        {
            mirror.Source = StorageSource.ParseBase(null, element.Attribute("format"), null);
            mirror.Source.Path = element.Attribute("file") ?? throw XmlError.Domain("mirror requires file name");
        }

        if (element.Attribute("ready") is { } ready)
        {
            mirror.State = MirrorStateNames.Table.TryParse(ready, out var state)
                ? state
                : throw XmlError.Domain($"unknown mirror ready state {ready}");
        }

        mirror.Source.MetadataCacheSize = BackingStore.MetadataCache(element.Child("format"));
        return mirror;
    }

    internal void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("mirror").Attribute("type", Source.Type.ToXml());
        if (Source.Type == StorageType.File && Job == BlockJobType.Copy)
        {
            output.Attribute("file", Source.Path).Named("format", Source.Format, StorageFormatNames.Table);
        }

        output.Attribute("job", Job.ToXml()).Named("ready", State, MirrorStateNames.Table);
        BackingStore.FormatForm(output, Source);
        Source.FormatElement(output, options, index: true);
        BackingStore.Format(output, Source, options);
        output.End();
    }
}
