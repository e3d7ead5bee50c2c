using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion;

namespace Lodge.Qemu.Hotplug;

/// <summary>Plugs devices into running guests, and out of them.</summary>
/// <remarks>Source: libvirt's <c>virDomainAttachDevice</c>; QEMU's <c>device_add</c>, <c>device_del</c>.</remarks>
public static class DeviceHotplug
{
    /// <summary>
    /// Plugs a device in. Its alias, address and whatever else only a running guest has are put into it, and it into
    /// the
    /// guest's definition; on failure everything is as it was.
    /// </summary>
    /// <exception cref="VirException">
    /// Such a device cannot come while the guest runs (<c>VIR_ERR_OPERATION_UNSUPPORTED</c>), or QEMU or the host
    /// refused.
    /// </exception>
    public static async Task AttachAsync(LiveGuest guest, Device device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(device);
        if (device is Disk { Kind: DiskDevice.Cdrom or DiskDevice.Floppy } removable
            && guest.Definition.Disks.Exists(disk => disk.Target == removable.Target))
        {
            await MediaChange.ApplyAsync(guest, removable, force: false, cancellation);
            return;
        }

        Check(guest, device);
        DeviceList.Add(guest.Definition, device);
        var present = guest.Definition.Controllers.ToHashSet();
        try
        {
            guest.Complete(guest.Definition, device);
            await using var plug = new PlugTransaction(guest.Monitor, cancellation);
            foreach (var controller in guest.Definition.Controllers.Where(one => !present.Contains(one)))
            {
                DeviceAliases.Assign(guest.Definition, controller);
                await SimpleHotplug.PlugAsync(guest, controller, plug);
            }

            DeviceAliases.Assign(guest.Definition, device);
            if (device is not Disk) guest.Services.Files.Grant(guest.Definition, device, plug.OnUndo);
            await ExplainedAsync(guest, device, PlugAsync(guest, device, plug, cancellation));
            plug.Commit();
        }
        catch
        {
            DeviceList.Remove(guest.Definition, device);
            guest.Definition.Controllers.RemoveAll(one => !present.Contains(one));
            throw;
        }
    }

    /// <summary>Waits for a device to be plugged in; what keeps the guest from its files is said.</summary>
    internal static async Task ExplainedAsync(LiveGuest guest, Device device, Task plugging)
    {
        try
        {
            await plugging;
        }
        catch (VirException denied)
            when (guest.Services.Files.Explain(guest.Definition, device, denied) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Plugs a device out.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="meant">The device, or a description of it.</param>
    /// <param name="cancellation">Stops waiting; the guest still lets go.</param>
    /// <returns>
    /// Whether it is gone. Otherwise the guest has not let go yet: call <see cref="FinishAsync"/> when its event comes.
    /// </returns>
    public static async Task<bool> DetachAsync(LiveGuest guest, Device meant, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(meant);
        var device = DeviceMatch.Find(guest.Definition, meant);
        Unplugging.Check(device);
        using var removal = guest.Removals.Expect(device.Alias!);
        await guest.Monitor.ExecuteAsync("device_del", json => json.WriteString("id", device.Alias), cancellation);
        switch (await removal.WaitAsync(guest.Patience, cancellation))
        {
            case true:
                await FinishAsync(guest, device);
                return true;
            case false:
                throw HotplugError.Failed($"unplug of device was rejected by the guest: '{device.Alias}'");
            default:
                return false;
        }
    }

    /// <summary>
    /// Clears away what a device needed that the guest has let go of, and takes it out of the definition.
    /// </summary>
    public static async Task FinishAsync(LiveGuest guest, Device device)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(device);
        await Unplugging.ClearAsync(guest, device);
        guest.Services.Files.Revoke(guest.Definition, device);
        DeviceList.Remove(guest.Definition, device);
        if (device is MemoryDevice module) guest.Definition.Memory -= module.Size;
    }

    /// <summary>The device of a name, or null: for an event that names it.</summary>
    public static Device? Find(LiveGuest guest, string alias)
    {
        ArgumentNullException.ThrowIfNull(guest);
        return guest.Definition.AllDevices().FirstOrDefault(device => device.Alias == alias);
    }

    private static void Check(LiveGuest guest, Device device)
    {
        switch (device)
        {
            case Disk disk when guest.Definition.Disks.Find(one => one.Target == disk.Target) is { } other:
                throw new VirException(
                    VirErrorNumber.VIR_ERR_XML_ERROR,
                    VirErrorDomain.VIR_FROM_DOMAIN,
                    $"target '{disk.Target}' duplicated for disk sources "
                    + $"'{other.Source.Path ?? "<null>"}' and '{disk.Source.Path ?? "<null>"}'");
            case Watchdog when guest.Definition.Watchdog is not null:
                throw HotplugError.Invalid("domain already has a watchdog");
            case Controller controller when guest.Definition.Controllers.Exists(
                one => one.Type == controller.Type && one.Index == controller.Index):
                throw HotplugError.Failed(
                    $"target {controller.Type.ToXml()}:{controller.Index} already exists");
        }
    }

    private static Task PlugAsync(
        LiveGuest guest, Device device, PlugTransaction plug, CancellationToken cancellation) => device switch
        {
            Disk disk => DiskHotplug.PlugAsync(guest, disk, plug),
            Interface card => InterfaceHotplug.PlugAsync(guest, card, plug, cancellation),
            CharacterDevice character => CharacterHotplug.PlugAsync(guest, character, plug),
            _ => SimpleHotplug.PlugAsync(guest, device, plug),
        };
}
