using System.Collections.Concurrent;
using System.Xml;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Schema;

/// <summary>
/// Holds documents against libvirt's own schemas, as the distribution installs them, where a caller asks for it
/// (<c>VIR_DOMAIN_DEFINE_VALIDATE</c> and its like).
/// </summary>
/// <remarks>RELAX NG, https://relaxng.org/spec-20011203.html; validation by derivatives after James Clark,
/// https://relaxng.org/jclark/derivative.html.</remarks>
public static class SchemaValidation
{
    /// <summary>Where distributions put the schemas.</summary>
    public const string DefaultFolder = "/usr/share/libvirt/schemas";

    private static readonly ConcurrentDictionary<string, Lazy<Pattern>> Loaded = new(StringComparer.Ordinal);

    /// <summary>The file of a schema.</summary>
    public static string FileOf(SchemaKind kind) => kind switch
    {
        SchemaKind.StorageVolume => "storagevol.rng",
        SchemaKind.NodeDevice => "nodedev.rng",
        _ => kind.ToString().ToLowerInvariant() + ".rng",
    };

    /// <summary>Checks a document; the first check against a schema reads it.</summary>
    /// <param name="kind">What the document is to be.</param>
    /// <param name="xml">The text, which may come from anybody.</param>
    /// <param name="folder">Where the schemas are.</param>
    /// <exception cref="VirException">
    /// VIR_ERR_XML_INVALID_SCHEMA names what does not belong; VIR_ERR_INTERNAL_ERROR where the schema is not installed;
    /// VIR_ERR_XML_DETAIL where the text is no XML.
    /// </exception>
    public static void Validate(SchemaKind kind, string xml, string folder = DefaultFolder)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var path = Path.Combine(folder, FileOf(kind));
        var schema = Load(path);
        try
        {
            using var reader = XmlReading.Open(xml, VirErrorDomain.VIR_FROM_XML);

            // Another kind of document is left to its reader, which says so plainly.
            if (reader.MoveToContent() == XmlNodeType.Element && reader.LocalName != RootOf(kind))
            {
                return;
            }

            if (new SchemaValidator(schema).Complaint(reader) is { } complaint)
            {
                throw new VirException(VirErrorNumber.VIR_ERR_XML_INVALID_SCHEMA, VirErrorDomain.VIR_FROM_XML,
                    $"Unable to validate doc against {path}\n{complaint}\n");
            }
        }
        catch (XmlException broken)
        {
            throw XmlError.Malformed(VirErrorDomain.VIR_FROM_XML, broken.Message, broken);
        }
    }

    private static string RootOf(SchemaKind kind) => kind switch
    {
        SchemaKind.Nwfilter => "filter",
        SchemaKind.NwfilterBinding => "filterbinding",
        SchemaKind.StoragePool => "pool",
        SchemaKind.StorageVolume => "volume",
        SchemaKind.NodeDevice => "device",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The pattern that a schema begins with.</summary>
    internal static Pattern Load(string path)
    {
        try
        {
            return Loaded.GetOrAdd(path, static file => new Lazy<Pattern>(() => SchemaReader.Read(file))).Value;
        }
        catch (Exception cause)
            when (cause is IOException or UnauthorizedAccessException or XmlException or FormatException)
        {
            // A schema that is installed later is found then.
            Loaded.TryRemove(path, out _);
            throw new VirException(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_XML,
                $"Unable to parse RNG {path}: "
                + (cause is IOException or UnauthorizedAccessException ? $"could not load {path}" : cause.Message),
                cause);
        }
    }
}
