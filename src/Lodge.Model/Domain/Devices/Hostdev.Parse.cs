using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A device of the host, read.</summary>
public sealed partial class Hostdev
{
    internal static Hostdev Parse(Element element, DomainXmlParseOptions options)
    {
        var hostdev = new Hostdev();
        if (element.Attribute("mode") is { } word)
        {
            hostdev.Mode = HostdevModeNames.Table.TryParse(word, out var mode)
                ? mode
                : throw XmlError.Unsupported($"unknown hostdev mode '{word}'");
        }

        if (hostdev.Mode == HostdevMode.Capabilities)
        {
            hostdev.ParseCapability(element);
        }
        else
        {
            hostdev.ParseSubsystem(element, element.Attribute("type"), options);
        }

        hostdev.ParseInfo(element, options, boot: true, rom: true);
        if (hostdev is { Mode: HostdevMode.Subsystem, Type: HostdevType.Scsi })
        {
            (hostdev.Readonly, hostdev.Shareable) = (element.Has("readonly"), element.Has("shareable"));
        }

        hostdev.Teaming = Teaming.Parse(element.Child("teaming"));
        return hostdev;
    }

    /// <summary>The device inside an interface: its kind stands at the source's address.</summary>
    internal static Hostdev ParseInterface(Element element, DomainXmlParseOptions options)
    {
        var source = element.Child("source");
        var type = source?.ChildAttribute("address", "type") ?? (source?.Has("vendor") == true ? "usb" : null);
        var hostdev = new Hostdev();
        hostdev.ParseSubsystem(element, type, options);
        return hostdev;
    }

    private void ParseSubsystem(Element element, string? type, DomainXmlParseOptions options)
    {
        Managed = element.Attribute("managed") == "yes";
        if (type is null)
        {
            throw XmlError.Domain("missing source address type");
        }

        Type = HostdevTypeNames.Table.TryParse(type, out var kind)
            ? kind
            : throw XmlError.Unsupported($"unknown host device source address type '{type}'");
        var source = element.Child("source") ?? throw XmlError.Domain("Missing <source> element in hostdev device");
        CheckAttributes(element, source);
        switch (Type)
        {
            case HostdevType.Pci:
                WriteFiltering = source.YesNo("writeFiltering");
                Pci = source.Child("address") is { } address ? PciAddress.Read(address) : new PciAddress();
                PciBackend = element.Child("driver")?.Named("name", PciBackendNames.Table, nonZero: true) ?? default;
                break;
            case HostdevType.Usb:
                StartupPolicy = source.Named("startupPolicy", StartupPolicyNames.Table, nonZero: true);
                Missing = !options.Inactive && source.Attribute("missing") == "yes";
                Usb = UsbSource.Parse(source);
                break;
            case HostdevType.Scsi:
                Scsi = ScsiSource.Parse(element, source);
                break;
            case HostdevType.ScsiHost:
                ParseScsiHost(element, source);
                break;
            case HostdevType.Mdev:
                ParseMediated(element, source);
                break;
        }
    }

    private void CheckAttributes(Element element, Element source)
    {
        if (Type != HostdevType.Usb && source.Attribute("startupPolicy") is not null)
        {
            throw XmlError.Unsupported("Setting startupPolicy is only allowed for USB devices");
        }

        foreach (var name in (ReadOnlySpan<string>)["sgio", "rawio"])
        {
            if (element.Attribute(name) is not null && Type != HostdevType.Scsi)
            {
                throw XmlError.Domain($"{name} is only supported for scsi host device");
            }
        }

        if (element.Attribute("model") is not null && Type is not (HostdevType.Mdev or HostdevType.ScsiHost))
        {
            throw XmlError.Domain($"'model' attribute in <hostdev> is only supported when type='{Type.ToXml()}'");
        }
    }

    private void ParseScsiHost(Element element, Element source)
    {
        ScsiHostModel = element.Named("model", ScsiHostModelNames.Table);
        var protocol = source.Attribute("protocol") ?? throw XmlError.Domain("Missing scsi_host subsystem protocol");
        if (protocol != "vhost")
        {
            throw XmlError.Unsupported($"Unknown scsi_host subsystem protocol '{protocol}'");
        }

        Wwpn = source.Attribute("wwpn") ?? throw XmlError.Domain("missing vhost-scsi hostdev source wwpn");
        if (!(Wwpn.StartsWith("naa.", StringComparison.Ordinal) && Wwpn.Length == 20
            && Wwpn.AsSpan(4).ToString().All(char.IsAsciiHexDigit)))
        {
            throw XmlError.Domain("malformed 'wwpn' value");
        }
    }

    private void ParseMediated(Element element, Element source)
    {
        MediatedModel = element.RequiredNamed("model", MediatedDeviceModelNames.Table);
        Display = element.OnOff("display");
        RamFramebuffer = element.OnOff("ramfb");
        var address = source.Child("address") ?? throw XmlError.Unsupported("Missing <address> element");
        var uuid = address.Attribute("uuid")
            ?? throw XmlError.Unsupported("Missing 'uuid' attribute for element <address>");
        MediatedDevice = UuidText.TryParse(uuid, out var value) ? value : throw XmlError.Domain(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Cannot parse uuid attribute of element <address>");
    }

    private void ParseCapability(Element element)
    {
        var type = element.Attribute("type") ?? throw XmlError.Domain("missing source address type");
        Capability = HostdevCapabilityNames.Table.TryParse(type, out var kind)
            ? kind
            : throw XmlError.Unsupported($"unknown host device source address type '{type}'");
        var source = element.Child("source") ?? throw XmlError.Domain("Missing <source> element in hostdev device");
        CapabilityPath = source.ChildText(CapabilityElement()) ?? throw XmlError.Domain(
            $"Missing <{CapabilityElement()}> element in hostdev "
                + $"{(Capability == HostdevCapability.Misc ? "character" : Capability.ToXml())} device");
        CapabilityIp = Capability == HostdevCapability.Net
            ? IpConfiguration.Parse(element, "Domain hostdev device") : null;
    }
}
