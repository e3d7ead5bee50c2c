using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

/// <summary>What storage this host can have (<c>&lt;storagepoolCapabilities&gt;</c>).</summary>
/// <remarks>https://libvirt.org/formatstoragecaps.html</remarks>
public static class StoragePoolCapabilitiesXml
{
    /// <summary>Writes the document.</summary>
    /// <param name="isSupported">Whether pools of a type can be defined.</param>
    public static string Format(Func<StoragePoolType, bool> isSupported)
    {
        var output = new XmlOutput();
        output.Start("storagepoolCapabilities");
        foreach (var type in Enum.GetValues<StoragePoolType>())
        {
            var traits = StoragePoolTraits.Of(type);
            output.Start("pool").Attribute("type", type.ToXml()).YesNo("supported", isSupported(type));
            FormatFormats(output, "poolOptions", traits.DefaultSourceFormat, "sourceFormatType", traits.SourceFormats);
            FormatFormats(output, "volOptions", traits.DefaultVolumeFormat, "targetFormatType", traits.VolumeFormats);
            output.EndLong();
        }

        return output.End().ToString();
    }

    private static void FormatFormats(
        XmlOutput output, string element, string? chosen, string name, IReadOnlyList<string>? formats)
    {
        if (formats is null)
        {
            return;
        }

        output.Start(element).Start("defaultFormat").Attribute("type", chosen).End();
        output.Start("enum").Attribute("name", name);
        foreach (var format in formats)
        {
            output.Text("value", format);
        }

        output.EndLong().End();
    }
}
