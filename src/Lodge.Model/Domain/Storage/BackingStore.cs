using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What lies below an image (<c>&lt;backingStore&gt;</c>), level by level.</summary>
internal static class BackingStore
{
    public static StorageSource? Parse(Element parent, DomainXmlParseOptions options)
    {
        if (parent.Child("backingStore") is not { } element)
        {
            return null;
        }

        if (element.Attribute("type") is not { } type)
        {
            return new StorageSource { Type = StorageType.None };
        }

        var format = element.Child("format");
        if (string.IsNullOrEmpty(format?.Attribute("type")))
        {
            throw XmlError.Domain("missing disk backing store format");
        }

        var place = element.Child("source") ?? throw XmlError.Domain("missing disk backing store source");
        var source = StorageSource.ParseBase(
            type, format.Attribute("type"), options.Inactive ? null : element.Attribute("index"));
        source.MetadataCacheSize = MetadataCache(format);
        source.Parse(place, options);
        source.BackingDetected = options.Status && element.Attribute("detected") == "yes";
        source.Backing = Parse(element, options);
        return source;
    }

    public static void Format(XmlOutput output, StorageSource above, DomainXmlFormatOptions options)
    {
        if (above.Backing is not { } source || (options.Inactive && source.BackingDetected))
        {
            return;
        }

        output.Start("backingStore");
        if (source.Type != StorageType.None)
        {
            output.Attribute("type", source.ShownType.ToXml()).AttributeUnlessZero("index", source.Index)
                .Attribute("detected", options.Status && source.BackingDetected ? "yes" : null);
            FormatForm(output, source);
            source.FormatElement(output, options);
            Format(output, source, options);
        }

        output.End();
    }

    public static void FormatForm(XmlOutput output, StorageSource source)
    {
        output.Start("format").Named("type", source.Format, StorageFormatNames.Table);
        FormatMetadataCache(output, source.MetadataCacheSize);
        output.EndUnlessEmpty();
    }

    public static ulong MetadataCache(Element? parent) =>
        parent?.Child("metadata_cache")?.ChildBytes("max_size", 1) ?? 0;

    public static void FormatMetadataCache(XmlOutput output, ulong size)
    {
        if (size > 0)
        {
            output.Start("metadata_cache").Start("max_size").Attribute("unit", "bytes")
                .EndText(size.ToString(System.Globalization.CultureInfo.InvariantCulture)).End();
        }
    }
}
