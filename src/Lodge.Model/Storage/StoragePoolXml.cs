using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Storage;

/// <summary>Pool XML, read and written as libvirt 9.0 does.</summary>
/// <remarks>
/// https://libvirt.org/formatstorage.html. Elements that libvirt does not know are passed over, as it does.
/// </remarks>
public static class StoragePoolXml
{
    /// <summary>Reads a pool.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static StoragePoolDefinition Parse(string xml) => StoragePoolDefinition.Parse(Root(xml, "pool"));

    /// <summary>Reads the source that a search for pools starts from.</summary>
    /// <param name="xml">A <c>&lt;source&gt;</c>.</param>
    /// <param name="type">What kind of pools are looked for.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static StoragePoolSource ParseSource(string xml, StoragePoolType type) =>
        StoragePoolSource.Parse(Root(xml, "source"), StoragePoolTraits.Of(type));

    /// <summary>Writes a pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="usage">What is known of its size; zeros for a pool that is not active.</param>
    public static string Format(StoragePoolDefinition pool, StoragePoolUsage usage = default)
    {
        var output = new XmlOutput();
        pool.Format(output, usage);
        return output.ToString();
    }

    /// <summary>Writes the sources that a search for pools found.</summary>
    /// <param name="sources">What was found.</param>
    /// <param name="type">What kind of pools was looked for.</param>
    public static string FormatSources(IEnumerable<StoragePoolSource> sources, StoragePoolType type)
    {
        var output = new XmlOutput();
        output.Start("sources");
        foreach (var source in sources)
        {
            source.FormatElement(output, StoragePoolTraits.Of(type));
        }

        return output.EndLong().ToString();
    }

    private static Element Root(string xml, string name)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_STORAGE, source: "storage_pool_definition");
        return root.Name == name
            ? root
            : throw XmlError.Here($"expecting root element of '{name}', not '{root.Name}'");
    }
}
