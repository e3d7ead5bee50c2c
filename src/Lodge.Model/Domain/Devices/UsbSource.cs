using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A USB device of the host, by what it is or by where it is.</summary>
public sealed class UsbSource
{
    /// <summary>Vendor; 0 where it is named by its place.</summary>
    public uint Vendor { get; set; }

    /// <summary>Product.</summary>
    public uint Product { get; set; }

    /// <summary>Bus on the host.</summary>
    public uint Bus { get; set; }

    /// <summary>Number on the bus.</summary>
    public uint DeviceNumber { get; set; }

    /// <summary>Whether the place was found by looking.</summary>
    public bool AutoAddress { get; set; }

    /// <summary>Whether the guest may reset it.</summary>
    public UsbGuestReset GuestReset { get; set; }

    internal static UsbSource Parse(Element source)
    {
        var (vendor, product, address) = (source.Child("vendor"), source.Child("product"), source.Child("address"));
        if ((vendor is null) != (product is null))
        {
            throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, vendor is null ? "missing vendor" : "missing product");
        }

        vendor?.Required("id");
        product?.Required("id");
        address?.Required("bus");
        address?.Required("device");
        return new()
        {
            AutoAddress = source.YesNo("autoAddress") ?? false,
            GuestReset = source.Named("guestReset", UsbGuestResetNames.Table, nonZero: true),
            Vendor = vendor?.UInt("id", 0, nonZero: true) ?? 0,
            Product = product?.UInt("id", 0) ?? 0,
            Bus = address?.UInt("bus", 0) ?? 0,
            DeviceNumber = address?.UInt("device", 0) ?? 0,
        };
    }

    internal void Format(XmlOutput output, DomainXmlFormatOptions options, bool missing, bool withType)
    {
        output.Attribute("autoAddress", AutoAddress && options.Migratable ? "yes" : null)
            .Attribute("missing", missing && !options.Inactive ? "yes" : null)
            .Named("guestReset", GuestReset, UsbGuestResetNames.Table);
        if (Vendor != 0)
        {
            output.Start("vendor").Attribute("id", string.Create(CultureInfo.InvariantCulture, $"0x{Vendor:x4}")).End();
            output.Start("product")
                .Attribute("id", string.Create(CultureInfo.InvariantCulture, $"0x{Product:x4}")).End();
        }

        if (Bus != 0 || DeviceNumber != 0)
        {
            output.Start("address").Attribute("type", withType ? "usb" : null)
                .Attribute("bus", (ulong?)Bus).Attribute("device", (ulong?)DeviceNumber).End();
        }
    }
}
