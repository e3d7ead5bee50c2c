using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Network;

namespace Lodge.Qemu.Hotplug;

/// <summary>Changes devices of running guests, as far as QEMU can while it runs.</summary>
/// <remarks>Source: libvirt's <c>virDomainUpdateDeviceFlags</c>.</remarks>
public static class DeviceUpdate
{
    /// <summary>Changes a device.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="wanted">The device as it is to be.</param>
    /// <param name="force">Whether a drive's tray is opened though the guest has locked it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Protocol.Errors.VirException">
    /// There is no such device (<c>VIR_ERR_DEVICE_MISSING</c>), or what is asked for cannot change while the guest runs
    /// (<c>VIR_ERR_OPERATION_UNSUPPORTED</c>).
    /// </exception>
    public static Task ApplyAsync(
        LiveGuest guest, Device wanted, bool force = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(wanted);
        return wanted switch
        {
            Disk disk => UpdateDiskAsync(guest, disk, force, cancellation),
            Interface card => UpdateInterfaceAsync(guest, card, cancellation),
            MemoryDevice module => UpdateMemoryAsync(guest, module, cancellation),
            _ => throw HotplugError.Unsupported("live update of this device is not supported"),
        };
    }

    private static async Task UpdateDiskAsync(LiveGuest guest, Disk wanted, bool force, CancellationToken cancellation)
    {
        var disk = (Disk)DeviceMatch.Find(guest.Definition, wanted);
        if (disk.Kind is DiskDevice.Cdrom or DiskDevice.Floppy)
        {
            await MediaChange.ApplyAsync(guest, wanted, force, cancellation);
            return;
        }

        if (disk.Source.Path != wanted.Source.Path || disk.Source.Type != wanted.Source.Type)
        {
            throw HotplugError.Failed($"Removable media not supported for {disk.Kind.ToXml()} device");
        }

        if (disk.Bus != wanted.Bus) throw HotplugError.Unsupported("cannot modify field 'bus' of the disk");
        disk.StartupPolicy = wanted.StartupPolicy;
    }

    private static async Task UpdateInterfaceAsync(LiveGuest guest, Interface wanted, CancellationToken cancellation)
    {
        var card = (Interface)DeviceMatch.Find(guest.Definition, wanted);
        CheckUnchanged(card, wanted);
        if (wanted.Link == card.Link) return;
        var isUp = wanted.Link != LinkState.Down;
        await guest.Monitor.ExecuteAsync(
            "set_link", InterfaceHotplug.LinkProperties(card, isUp).WriteMembersTo, cancellation);
        if (card is { ActualType: InterfaceType.Bridge or InterfaceType.Network, TargetDevice: { } device })
        {
            TapDevice.SetOnline(device, isUp);
        }

        card.Link = wanted.Link;
    }

    private static void CheckUnchanged(Interface card, Interface wanted)
    {
        var refusal =
            card.Type != wanted.Type ? $"cannot change network interface type to '{wanted.Type.ToXml()}'"
            : wanted.Model is not null && wanted.Model != card.Model
                ? $"cannot modify network device model from {card.Model} to {wanted.Model}"
            : wanted.Mtu != 0 && wanted.Mtu != card.Mtu ? "cannot modify MTU"
            : wanted.TargetDevice is not null && wanted.TargetDevice != card.TargetDevice
                ? "cannot modify network device tap name"
            : wanted.Source.Bridge != card.Source.Bridge || wanted.Source.Network != card.Source.Network
                ? $"unable to change config on '{wanted.Type.ToXml()}' network type"
            : wanted.Address is PciAddress { IsEmpty: false } && wanted.Address != card.Address
                ? "cannot modify network device guest PCI address"
            : null;
        if (refusal is not null) throw HotplugError.Unsupported(refusal);
    }

    private static async Task UpdateMemoryAsync(LiveGuest guest, MemoryDevice wanted, CancellationToken cancellation)
    {
        const ulong BytesPerKib = 1024;
        var module = (MemoryDevice)DeviceMatch.Find(guest.Definition, wanted);
        if (module.Model != MemoryModel.VirtioMem)
        {
            throw HotplugError.Unsupported($"cannot modify memory of model '{module.Model.ToXml()}'");
        }

        var arguments = new QemuProperties()
            .Add("path", "/machine/peripheral/" + module.Alias)
            .Add("property", "requested-size")
            .Add("value", (ulong?)(wanted.RequestedSize * BytesPerKib));
        await guest.Monitor.ExecuteAsync("qom-set", arguments.WriteMembersTo, cancellation);
        module.RequestedSize = wanted.RequestedSize;
    }
}
