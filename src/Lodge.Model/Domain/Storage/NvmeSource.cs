using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A namespace of a host's NVMe device, driven by QEMU itself.</summary>
public sealed class NvmeSource
{
    /// <summary>The namespace.</summary>
    public required ulong Namespace { get; set; }

    /// <summary>Whether the device is detached from its driver for the guest.</summary>
    public bool? Managed { get; set; }

    /// <summary>The device on the host.</summary>
    public required PciAddress Address { get; set; }

    internal static NvmeSource Parse(Element element)
    {
        var type = element.Attribute("type") ?? throw XmlError.Domain("missing 'type' attribute to disk source");
        if (type != "pci")
        {
            throw XmlError.Domain($"unsupported source type '{type}'");
        }

        var name = element.Attribute("namespace")
            ?? throw XmlError.Domain("missing 'namespace' attribute to disk source");
        return new()
        {
            Namespace = Numbers.TryULong(name, 10, out var number) ? number : throw XmlError.Domain(
                $"malformed namespace '{name}'"),
            Managed = element.YesNo("managed"),
            Address = PciAddress.Read(
                element.Child("address") ?? throw XmlError.Domain("NVMe disk source is missing address")),
        };
    }
}
