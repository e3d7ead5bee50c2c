using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;
using Lodge.Qemu.CommandLine.Devices;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Hotplug;

/// <summary>Serial ports, channels and consoles of running guests.</summary>
internal static class CharacterHotplug
{
    public static async Task PlugAsync(LiveGuest guest, CharacterDevice device, PlugTransaction plug)
    {
        Check(device);
        if (device is ChannelDevice channel) LiveValues.AssignPath(channel, guest.Context.Directories);
        var id = CharacterOption.Id(device.Alias);
        await plug.AddObjectsAsync(CharacterTls.Objects(device.Source, id, guest.Context));
        await plug.AddCharacterAsync(CharacterBackend.Properties(device.Source, id, guest.Context.Settings));
        await plug.AddDeviceAsync(CharacterProperties.Of(device, guest.Scope));
    }

    public static async Task ClearAsync(LiveGuest guest, CharacterDevice device)
    {
        await using var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None);
        var id = CharacterOption.Id(device.Alias);
        cleared.AdoptObjects(CharacterTls.Objects(device.Source, id, guest.Context));
        cleared.AdoptCharacter(id);
    }

    private static void Check(CharacterDevice device)
    {
        var refusal = device switch
        {
            ConsoleDevice { TargetType: not ConsoleTarget.Virtio } => "attaching serial console is not supported",
            SerialDevice { TargetType: not (SerialTarget.UsbSerial or SerialTarget.PciSerial) } =>
                "Unsupported target type for serial device hotplug: only usb-serial and pci-serial can come and go",
            ParallelDevice => "attaching parallel ports is not supported",
            ChannelDevice { TargetType: not ChannelTarget.Virtio } =>
                "attaching channels of this target type is not supported",
            _ => null,
        };
        if (refusal is not null) throw HotplugError.Unsupported(refusal);
    }
}
