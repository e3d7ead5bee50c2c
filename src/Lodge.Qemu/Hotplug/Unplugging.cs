using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;
using Lodge.Qemu.CommandLine.Devices;
using Lodge.Qemu.CommandLine.Memory;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Hotplug;

/// <summary>What can go while the guest runs, and what it leaves behind in QEMU.</summary>
internal static class Unplugging
{
    public static void Check(Device device)
    {
        var refusal = device switch
        {
            Disk { Bus: not (DiskBus.Virtio or DiskBus.Scsi or DiskBus.Usb) } =>
                "This type of disk cannot be hot unplugged",
            Controller { Type: not ControllerType.Scsi } controller =>
                $"'{controller.Type.ToXml()}' controller cannot be hot unplugged.",
            Input { Bus: not (InputBus.Usb or InputBus.Virtio) } input =>
                $"input device on bus '{input.Bus.ToXml()}' cannot be detached",
            Watchdog { Model: not WatchdogModel.I6300esb } watchdog =>
                $"hot unplug of watchdog of model {watchdog.Model.ToXml()} is not supported",
            _ => null,
        };
        if (refusal is not null) throw HotplugError.Unsupported(refusal);
        if (device.Address is PciAddress { Multifunction: true } address)
        {
            throw HotplugError.Failed($"cannot hot unplug multifunction PCI device: {address}");
        }
    }

    public static async Task ClearAsync(LiveGuest guest, Device device)
    {
        switch (device)
        {
            case Disk disk:
                await DiskHotplug.ClearAsync(guest, disk);
                break;
            case Interface card:
                await InterfaceHotplug.ClearAsync(guest, card);
                break;
            case CharacterDevice character:
                await CharacterHotplug.ClearAsync(guest, character);
                break;
            case Rng rng:
                await ClearObjectAsync(guest, Rngs.BackendId(rng));
                break;
            case Hostdev { Mode: HostdevMode.Subsystem, Type: HostdevType.Pci, Pci: not null } passed:
                await PciPassing.GiveBackAsync(passed, null, guest.Definition.Name, guest.Services);
                break;
            case MemoryDevice module:
                await ClearObjectAsync(guest, MemoryRequest.Of(module).Id);
                break;
            case Redirdev redirdev:
                await ClearCharacterAsync(guest, CharacterOption.Id(redirdev.Alias));
                break;
        }
    }

    private static async Task ClearObjectAsync(LiveGuest guest, string id)
    {
        await using var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None);
        cleared.AdoptObject(id);
    }

    private static async Task ClearCharacterAsync(LiveGuest guest, string id)
    {
        await using var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None);
        cleared.AdoptCharacter(id);
    }
}
