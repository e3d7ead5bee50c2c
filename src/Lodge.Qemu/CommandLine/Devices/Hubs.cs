namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>USB hubs.</summary>
internal static class Hubs
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var hub in writer.Definition.Hubs)
        {
            writer.AddDevice(QemuProperties.Device("usb-hub").Add("id", hub.Alias).AddAddress(hub, writer.Scope));
        }
    }
}
