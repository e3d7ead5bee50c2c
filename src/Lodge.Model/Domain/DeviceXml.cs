using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The XML of one device (<c>virDomainDeviceDefParse</c>).</summary>
public static class DeviceXml
{
    /// <summary>Reads a device.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <param name="domain">The domain it is for: some defaults follow from it.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="VirException">VIR_ERR_CONFIG_UNSUPPORTED for a device that is not known, and what its kind
    /// refuses.</exception>
    public static DeviceElement Parse(string xml, DomainDefinition domain, DomainXmlParseOptions options)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_DOMAIN, source: "device_definition");
        return root.Name switch
        {
            "graphics" => new(root.Name, Graphics: Graphics.Parse(root, options)),
            "lease" => new(root.Name, Lease: Lease.Parse(root)),
            _ => new(root.Name, Device: ParseDevice(root, domain, options)),
        };
    }

    /// <summary>Reads where a disk's content lies, and in which form (<c>virDomainDiskDefParseSource</c>).</summary>
    /// <param name="xml">The text of a <c>disk</c>; may come from anybody.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="VirException">
    /// VIR_ERR_XML_ERROR, or VIR_ERR_NO_SOURCE where nothing is said.
    /// </exception>
    public static StorageSource ParseDiskSource(string xml, DomainXmlParseOptions options)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_DOMAIN, source: "disk_definition");
        if (root.Name != "disk")
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_XML,
                $"expecting root element of 'disk', not '{root.Name}'");
        }

        var source = Disk.ParseSource(root, options);
        source.Backing = BackingStore.Parse(root, options);
        if (root.Child("driver") is { } driver) _ = DiskDriver.Parse(driver, source);
        return source.IsEmpty
            ? throw new VirException(VirErrorNumber.VIR_ERR_NO_SOURCE, VirErrorDomain.VIR_FROM_DOMAIN, null)
            : source;
    }

    private static Device ParseDevice(Element element, DomainDefinition domain, DomainXmlParseOptions options) =>
        element.Name switch
        {
            "disk" => Disk.Parse(element, options),
            "filesystem" => Filesystem.Parse(element, options),
            "interface" => Interface.Parse(element, options),
            "input" => Input.Parse(element, options, domain.Os),
            "sound" => Sound.Parse(element, options),
            "video" => Video.Parse(element, options),
            "hostdev" => Hostdev.Parse(element, options),
            "watchdog" => Watchdog.Parse(element, options),
            "controller" => Controller.Parse(element, options),
            "hub" => Hub.Parse(element, options),
            "redirdev" => Redirdev.Parse(element, options),
            "rng" => Rng.Parse(element, options),
            "serial" => SerialDevice.Parse(element, options),
            "parallel" => ParallelDevice.Parse(element, options),
            "console" => ConsoleDevice.Parse(element, options),
            "channel" => ChannelDevice.Parse(element, options),
            "smartcard" => Smartcard.Parse(element, options),
            "memballoon" => Memballoon.Parse(element, options),
            "nvram" => Nvram.Parse(element, options),
            "shmem" => Shmem.Parse(element, options),
            "tpm" => Tpm.Parse(element, options),
            "panic" => Panic.Parse(element, options),
            "memory" => MemoryDevice.Parse(element, options),
            "iommu" => Iommu.Parse(element, options),
            "vsock" => Vsock.Parse(element, options),
            _ => throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"unknown device type '{element.Name}'"),
        };
}
