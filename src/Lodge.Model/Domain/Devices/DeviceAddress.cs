using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where a device sits in the guest (<c>&lt;address type=…/&gt;</c>).</summary>
public abstract record DeviceAddress
{
    /// <summary>The kind of address.</summary>
    public abstract AddressType Type { get; }

    internal static DeviceAddress? Parse(Element? element)
    {
        if (element is null)
        {
            return null;
        }

        var type = element.Attribute("type") ?? throw XmlError.Domain(
            Protocol.Errors.VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "No type specified for device address");
        return AddressTypeNames.Table.TryParse(type, out var kind) && kind != AddressType.None
            ? Parse(kind, element)
            : throw XmlError.Unsupported($"unknown address type '{type}'");
    }

    internal virtual void Format(XmlOutput output)
    {
        output.Start("address").Attribute("type", Type.ToXml());
        FormatAttributes(output);
        output.End();
    }

    private protected abstract void FormatAttributes(XmlOutput output);

    private static DeviceAddress Parse(AddressType kind, Element element) => kind switch
    {
        AddressType.Pci => PciAddress.Read(element),
        AddressType.Drive => DriveAddress.Read(element),
        AddressType.VirtioSerial => VirtioSerialAddress.Read(element),
        AddressType.Ccid => CcidAddress.Read(element),
        AddressType.Usb => UsbAddress.Read(element),
        AddressType.SpaprVio => SpaprVioAddress.Read(element),
        AddressType.Ccw => CcwAddress.Read(element),
        AddressType.Isa => IsaAddress.Read(element),
        AddressType.Dimm => DimmAddress.Read(element),
        AddressType.VirtioS390 => throw XmlError.Domain("virtio-s390 bus doesn't have an address"),
        _ => new BareAddress(kind),
    };
}
