using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;
using Lodge.Protocol;

namespace Lodge.Host.NodeDevices;

/// <summary>What the firmware says of the machine (DMI).</summary>
internal static class MachineFacts
{
    private const string Folder = "/sys/devices/virtual/dmi/id";

    public static SystemCapability Read(HostFiles files)
    {
        if (!files.Exists(Folder))
        {
            return new();
        }

        var uuid = HostIdentity.FirmwareUuid(files) ?? HostIdentity.MachineId(files);
        return new()
        {
            Product = Text("product_name"),
            Vendor = Text("sys_vendor"),
            Version = Text("product_version"),
            Serial = Text("product_serial"),
            Uuid = uuid is { } known ? VirUuid.Of(known) : default,
            FirmwareVendor = Text("bios_vendor"),
            FirmwareVersion = Text("bios_version"),
            FirmwareDate = Text("bios_date"),
        };

        string? Text(string name)
        {
            var text = files.Text($"{Folder}/{name}");
            var printable = string.Concat((text ?? "").Where(static c => !char.IsControl(c)));
            return printable.Length > 0 ? printable : null;
        }
    }
}
