using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A USB device.</summary>
public sealed record UsbDeviceCapability : NodeDeviceCapability
{
    /// <summary>The bus it is on.</summary>
    public uint Bus { get; init; }

    /// <summary>Its number on the bus.</summary>
    public uint Device { get; init; }

    /// <summary>The maker's number of the product.</summary>
    public uint Product { get; init; }

    /// <summary>The product's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>The maker's number.</summary>
    public uint Vendor { get; init; }

    /// <summary>The maker's name.</summary>
    public string? VendorName { get; init; }

    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.UsbDevice;

    internal override void Format(XmlOutput output)
    {
        output.Text("bus", (long?)Bus).Text("device", (long?)Device);
        PciCapability.Named(output, "product", Product, ProductName, spaced: true);
        PciCapability.Named(output, "vendor", Vendor, VendorName, spaced: true);
    }
}

/// <summary>An interface of a USB device: one of the things it does.</summary>
/// <param name="Number">Its number in the device.</param>
/// <param name="Class">What it does.</param>
/// <param name="Subclass">More exactly.</param>
/// <param name="Protocol">And how it is spoken to.</param>
public sealed record UsbInterfaceCapability(uint Number, uint Class, uint Subclass, uint Protocol)
    : NodeDeviceCapability
{
    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.UsbInterface;

    internal override void Format(XmlOutput output) => output
        .Text("number", (long?)Number)
        .Text("class", (long?)Class)
        .Text("subclass", (long?)Subclass)
        .Text("protocol", (long?)Protocol);
}
