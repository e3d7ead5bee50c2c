namespace Lodge.Host.Tests.NodeDevices;

/// <summary>Devices of a host made of files, as sysfs lays them out.</summary>
internal static class FakeDevices
{
    /// <summary>A device: its folder with its event file, and the link from its bus or class.</summary>
    public static FakeHost WithDevice(
        this FakeHost host, string path, string subsystem, string events, bool isClass = false)
    {
        var list = isClass ? $"/sys/class/{subsystem}" : $"/sys/bus/{subsystem}/devices";
        var target = isClass ? $"/sys/class/{subsystem}" : $"/sys/bus/{subsystem}";
        return host.With($"{path}/uevent", events.Replace(' ', '\n') + "\n")
            .WithFolder(target)
            .WithLink($"{path}/subsystem", target)
            .WithLink($"{list}/{Path.GetFileName(path)}", path);
    }

    /// <summary>A PCI function with what every one has.</summary>
    public static FakeHost WithPci(this FakeHost host, string path, string number, uint vendor, uint device) => host
        .WithDevice(path, "pci", $"PCI_CLASS={number}")
        .With($"{path}/vendor", $"0x{vendor:x4}\n")
        .With($"{path}/device", $"0x{device:x4}\n");
}
