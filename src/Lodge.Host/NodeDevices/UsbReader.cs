using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>
/// USB devices and their interfaces; names come from udev's list, and where it has none from the device.
/// </summary>
internal static class UsbReader
{
    public static UsbDeviceCapability? Device(SysfsDevice device)
    {
        // Where no udev runs, the kernel's own files say the same.
        var vendor = device.NumberProperty("ID_VENDOR_ID", hexadecimal: true) ?? device.Hexadecimal("idVendor");
        var product = device.NumberProperty("ID_MODEL_ID", hexadecimal: true) ?? device.Hexadecimal("idProduct");
        if (device.NumberProperty("BUSNUM") is not { } bus || device.NumberProperty("DEVNUM") is not { } number
            || vendor is null || product is null)
        {
            return null;
        }

        return new()
        {
            Bus = bus,
            Device = number,
            Vendor = vendor.Value,
            VendorName = device.Property("ID_VENDOR_FROM_DATABASE") ?? device.Text("manufacturer"),
            Product = product.Value,
            ProductName = device.Property("ID_MODEL_FROM_DATABASE") ?? device.Text("product"),
        };
    }

    public static UsbInterfaceCapability Interface(SysfsDevice device) => new(
        device.Hexadecimal("bInterfaceNumber") ?? 0,
        device.Hexadecimal("bInterfaceClass") ?? 0,
        device.Hexadecimal("bInterfaceSubClass") ?? 0,
        device.Hexadecimal("bInterfaceProtocol") ?? 0);
}
