using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>Network interfaces: address, link, and what the hardware does.</summary>
internal sealed class NetReader(HostFiles files)
{
    private const string Infiniband = "/sys/class/infiniband";
    private const string Up = "up";

    public NetCapability? Read(SysfsDevice device, bool isWireless)
    {
        if (device.Property("INTERFACE") is not { } name || device.Text("operstate") is not { } state)
        {
            return null;
        }

        return new()
        {
            Interface = name,
            Address = device.Text("address"),
            State = state,
            // Drivers tell misleading speeds of links that are not up; -1 is libvirt's largest number.
            Speed = state == Up ? unchecked((uint)(device.Number("speed") ?? 0)) : 0,
            Features = [.. EthernetFeatures.Read(name, HasRdma(device))],
            IsWireless = isWireless,
        };
    }

    /// <summary>Whether an InfiniBand device is the same PCI function.</summary>
    private bool HasRdma(SysfsDevice device) =>
        device.Text("device/resource") is { } resource
        && files.Names(Infiniband)
            .Any(name => SysfsDevice.Read(files, $"{Infiniband}/{name}")?.Text("device/resource") == resource);
}
