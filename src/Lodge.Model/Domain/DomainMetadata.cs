using XmlConvert = System.Xml.XmlConvert;
using XmlException = System.Xml.XmlException;
using Lodge.Model.Xml;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirDomainMetadataType;

namespace Lodge.Model.Domain;

/// <summary>
/// The title and description of a domain, and what applications keep in its metadata, each in its namespace.
/// </summary>
public static class DomainMetadata
{
    /// <summary>Reads one.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_DOMAIN_METADATA where it is not there.</exception>
    public static string Get(DomainDefinition definition, VirDomainMetadataType type, string? uri)
    {
        var value = type switch
        {
            VIR_DOMAIN_METADATA_DESCRIPTION => definition.Description,
            VIR_DOMAIN_METADATA_TITLE => definition.Title,
            VIR_DOMAIN_METADATA_ELEMENT => definition.Metadata?.Children
                .Where(child => child.Kind == NodeKind.Element && child.NamespaceUri == uri)
                .Select(child => XmlFragments.Print(WithoutNamespace(child, uri!)))
                .FirstOrDefault(),
            _ => throw UnknownType(type),
        };
        return value ?? throw new VirException(
            VirErrorNumber.VIR_ERR_NO_DOMAIN_METADATA,
            VirErrorDomain.VIR_FROM_DOMAIN,
            "Requested metadata element is not present");
    }

    /// <summary>Refuses what cannot be set, before anything is changed.</summary>
    public static void Validate(VirDomainMetadataType type, string? metadata, string? key, string? uri)
    {
        switch (type)
        {
            case VIR_DOMAIN_METADATA_TITLE when metadata?.Contains('\n', StringComparison.Ordinal) == true:
                throw Invalid("metadata title can't contain newlines");
            case VIR_DOMAIN_METADATA_TITLE or VIR_DOMAIN_METADATA_DESCRIPTION when uri is not null || key is not null:
                throw Invalid($"{(uri is not null ? "uri" : "key")} in virDomainSetMetadata must be NULL");
            case VIR_DOMAIN_METADATA_ELEMENT when uri is null:
                throw Invalid("uri in virDomainSetMetadata must not be NULL");
            case VIR_DOMAIN_METADATA_ELEMENT when metadata is not null && key is null:
                throw Invalid("key in virDomainSetMetadata must not be NULL");
            case VIR_DOMAIN_METADATA_ELEMENT when metadata is not null:
                _ = Element(metadata, key!, uri!);
                break;
            case not (VIR_DOMAIN_METADATA_TITLE or VIR_DOMAIN_METADATA_DESCRIPTION or VIR_DOMAIN_METADATA_ELEMENT):
                throw UnknownType(type);
        }
    }

    /// <summary>Sets or, where nothing is given, removes one.</summary>
    public static void Set(
        DomainDefinition definition, VirDomainMetadataType type, string? metadata, string? key, string? uri)
    {
        switch (type)
        {
            case VIR_DOMAIN_METADATA_DESCRIPTION:
                definition.Description = string.IsNullOrEmpty(metadata) ? null : metadata;
                break;
            case VIR_DOMAIN_METADATA_TITLE:
                definition.Title = string.IsNullOrEmpty(metadata) ? null : metadata;
                break;
            default:
                SetElement(definition, metadata, key, uri!);
                break;
        }
    }

    private static void SetElement(DomainDefinition definition, string? metadata, string? key, string uri)
    {
        if (metadata is null && definition.Metadata is null)
            return;
        var root = definition.Metadata ??= new XmlNode { Kind = NodeKind.Element, Name = "metadata" };
        root.Children.RemoveAll(child => child.Kind == NodeKind.Element && child.NamespaceUri == uri);
        if (metadata is not null)
            root.Children.Add(Element(metadata, key!, uri));
        if (!root.Children.Exists(child => child.Kind == NodeKind.Element))
            definition.Metadata = null;
    }

    private static XmlNode Element(string metadata, string key, string uri)
    {
        try
        {
            _ = XmlConvert.VerifyNCName(key);
        }
        catch (Exception bad) when (bad is XmlException or ArgumentException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_DOMAIN,
                $"failed to validate prefix '{key}'");
        }

        var given = XmlFragments.Parse(metadata, VirErrorDomain.VIR_FROM_DOMAIN, "metadata_xml");
        var element = new XmlNode
        {
            Kind = NodeKind.Element,
            Name = $"{key}:{given.LocalName}",
            NamespaceUri = uri,
            Attributes = [KeyValuePair.Create($"xmlns:{key}", uri), .. given.Attributes],
        };
        element.Children.AddRange(given.Children);
        return element;
    }

    /// <summary>The element as it was set: its prefix and the declaration of its namespace are libvirt's own.</summary>
    private static XmlNode WithoutNamespace(XmlNode node, string uri)
    {
        var bare = new XmlNode
        {
            Kind = node.Kind,
            Name = node.NamespaceUri == uri ? node.LocalName : node.Name,
            Value = node.Value,
            Attributes = [.. node.Attributes.Where(attribute =>
                !(attribute.Value == uri && attribute.Key.StartsWith("xmlns", StringComparison.Ordinal)))],
        };
        bare.Children.AddRange(node.Children.Select(child => WithoutNamespace(child, uri)));
        return bare;
    }

    private static VirException UnknownType(VirDomainMetadataType type) =>
        Invalid($"unknown metadata type '{(int)type}'");

    private static VirException Invalid(string detail) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_DOMAIN, detail);
}
