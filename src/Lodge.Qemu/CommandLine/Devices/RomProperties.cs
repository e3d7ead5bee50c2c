using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>A device's option ROM.</summary>
internal static class RomProperties
{
    public static QemuProperties AddRom(this QemuProperties properties, Device device)
    {
        if (device.Rom is not { } rom || rom is { Enabled: null, Bar: null, File: null }) return properties;
        if (device.Address is not PciAddress)
        {
            throw ConfigurationError.Unsupported("ROM tuning is only supported for PCI devices");
        }

        return rom.Enabled == false
            ? properties.Add("romfile", "")
            : properties.Add("rombar", rom.Bar is { } seen ? (seen ? 1L : 0L) : null).Add("romfile", rom.File);
    }
}
