using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Storage;

/// <summary>Volume XML, read and written as libvirt 9.0 does.</summary>
/// <remarks>
/// https://libvirt.org/formatstorage.html. Elements that libvirt does not know are passed over, as it does.
/// </remarks>
public static class StorageVolumeXml
{
    /// <summary>Reads a volume.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <param name="pool">The type of its pool, which decides its formats.</param>
    /// <param name="options">What may be left out.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static StorageVolumeDefinition Parse(
        string xml, StoragePoolType pool, StorageVolumeXmlOptions options = default)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_STORAGE, source: "storage_volume_definition");
        return root.Name == "volume"
            ? StorageVolumeDefinition.Parse(root, StoragePoolTraits.Of(pool), options)
            : throw XmlError.Here($"expecting root element of 'volume', not '{root.Name}'");
    }

    /// <summary>Writes a volume.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="pool">The type of its pool.</param>
    public static string Format(StorageVolumeDefinition volume, StoragePoolType pool)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var output = new XmlOutput();
        volume.FormatElement(output, StoragePoolTraits.Of(pool));
        return output.ToString();
    }
}
