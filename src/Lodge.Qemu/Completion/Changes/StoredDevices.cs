using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Changes;

/// <summary>
/// Devices that join, leave or change in a stored definition (<c>qemuDomainAttachDeviceConfig</c> and its siblings).
/// Work on a clone, and complete it afterwards.
/// </summary>
public static class StoredDevices
{
    /// <summary>Puts a device in.</summary>
    /// <exception cref="VirException">It is there already, or its kind cannot be attached.</exception>
    public static void Attach(DomainDefinition domain, DeviceElement element)
    {
        if (element.Lease is { } lease)
        {
            if (domain.Leases.Exists(other => StoredDeviceMatch.IsSame(other, lease)))
            {
                throw Invalid($"Lease {lease.Key} in lockspace {lease.Lockspace ?? "<null>"} already exists");
            }

            domain.Leases.Add(lease);
            return;
        }

        switch (element.Device)
        {
            case Disk disk:
                Refuse(
                    domain.Disks.Exists(other => other.Target == disk.Target), $"target {disk.Target} already exists");
                Refuse(disk is { Bus: DiskBus.Scsi, Address: not null }
                    && domain.Disks.Exists(other => other.Bus == DiskBus.Scsi && other.Address == disk.Address),
                    "Domain already contains a disk with that address");
                domain.Insert(disk);
                break;
            case Interface card: domain.Interfaces.Add(card); break;
            case Sound sound: domain.Sounds.Add(sound); break;
            case Hostdev passed:
                Refuse(StoredDeviceMatch.Find(domain, passed) is not null,
                    "device is already in the domain configuration");
                domain.Hostdevs.Add(passed);
                break;
            case Controller controller:
                Refuse(controller.Index != -1 && domain.Find(controller.Type, controller.Index) is not null,
                    $"controller index='{controller.Index}' already exists");
                domain.Insert(controller);
                break;
            case CharacterDevice character: AttachCharacter(domain, character); break;
            case Filesystem filesystem:
                Refuse(domain.Filesystems.Exists(other => other.Target == filesystem.Target), "Target already exists");
                domain.Filesystems.Add(filesystem);
                break;
            case Rng rng:
                if (rng.Address is not null && domain.AllDevices().Any(other => other.Address == rng.Address))
                {
                    throw Refusal.Unsupported("a device with the same address already exists ");
                }

                domain.Rngs.Add(rng);
                break;
            case MemoryDevice memory:
                if (domain.MemoryDevices.Count == domain.MemorySlots)
                {
                    throw Refusal.Unsupported("no free memory device slot available");
                }

                domain.MemoryDevices.Add(memory);
                domain.Memory += memory.Size;
                break;
            case Redirdev redirected: domain.Redirdevs.Add(redirected); break;
            case Shmem shmem:
                Refuse(
                    StoredDeviceMatch.Find(domain, shmem) is not null, "device is already in the domain configuration");
                domain.Shmems.Add(shmem);
                break;
            case Watchdog watchdog:
                Refuse(domain.Watchdog is not null, "domain already has a watchdog");
                domain.Watchdog = watchdog;
                break;
            case Input input: domain.Inputs.Add(input); break;
            case Vsock vsock:
                Refuse(domain.Vsock is not null, "domain already has a vsock device");
                domain.Vsock = vsock;
                break;
            default: throw NotSupported("attach", element);
        }
    }

    /// <summary>Takes out the device that one describes.</summary>
    /// <exception cref="VirException">VIR_ERR_DEVICE_MISSING, or its kind cannot be detached.</exception>
    public static void Detach(DomainDefinition domain, DeviceElement element)
    {
        if (element.Lease is { } lease)
        {
            _ = domain.Leases.RemoveAll(other => StoredDeviceMatch.IsSame(other, lease)) > 0 ? true : throw Missing(
                $"Lease {lease.Key} in lockspace {lease.Lockspace ?? "<null>"} does not exist");
            return;
        }

        switch (element.Device)
        {
            case Disk disk:
                Take(domain.Disks, domain.Disks.Find(other => other.Target == disk.Target),
                    $"no target device {disk.Target}");
                break;
            case Interface card: domain.Interfaces.Remove(StoredDeviceMatch.Find(domain, card)); break;
            case Sound sound: Take(domain.Sounds, StoredDeviceMatch.Find(domain, sound)); break;
            case Hostdev passed: Take(domain.Hostdevs, StoredDeviceMatch.Find(domain, passed)); break;
            case Controller controller: Take(domain.Controllers, domain.Find(controller.Type, controller.Index)); break;
            case SerialDevice serial: Take(domain.Serials, StoredDeviceMatch.Find(domain.Serials, serial)); break;
            case ParallelDevice parallel: Take(domain.Parallels,
                StoredDeviceMatch.Find(domain.Parallels, parallel)); break;
            case ConsoleDevice console: Take(domain.Consoles, StoredDeviceMatch.Find(domain.Consoles, console)); break;
            case ChannelDevice channel: Take(domain.Channels, StoredDeviceMatch.Find(domain.Channels, channel)); break;
            case Filesystem filesystem:
                Take(domain.Filesystems, domain.Filesystems.Find(other => other.Target == filesystem.Target),
                    "no matching filesystem device was found");
                break;
            case Rng rng: Take(domain.Rngs, StoredDeviceMatch.Find(domain, rng),
                "no matching RNG device was found"); break;
            case MemoryDevice memory:
                var module = StoredDeviceMatch.Find(domain, memory);
                Take(domain.MemoryDevices, module, "matching memory device was not found");
                domain.Memory -= module!.Size;
                break;
            case Redirdev redirected:
                Take(
                    domain.Redirdevs, StoredDeviceMatch.Find(domain, redirected), "no matching redirdev was not found");
                break;
            case Shmem shmem:
                Take(domain.Shmems, StoredDeviceMatch.Find(domain, shmem), "matching shmem device was not found");
                break;
            case Watchdog:
                domain.Watchdog = domain.Watchdog is not null ? null : throw Missing("domain has no watchdog");
                break;
            case Input input:
                Take(domain.Inputs, StoredDeviceMatch.Find(domain, input), "matching input device not found");
                break;
            case Vsock vsock:
                domain.Vsock = domain.Vsock is { } own && own.Model == vsock.Model && own.AutoCid == vsock.AutoCid
                    ? null : throw Error(VirErrorNumber.VIR_ERR_OPERATION_FAILED, "matching vsock device not found");
                break;
            default: throw NotSupported("detach", element);
        }
    }

    /// <summary>Puts a device in the place of the one it means.</summary>
    /// <exception cref="VirException">There is none such, or its kind cannot be updated.</exception>
    public static void Update(DomainDefinition domain, DeviceElement element)
    {
        switch (element)
        {
            case { Device: Disk disk }:
                Replace(domain.Disks, domain.Disks.Find(other => other.Target == disk.Target), disk,
                    $"target {disk.Target} doesn't exist.");
                break;
            case { Device: Interface card }:
                Replace(domain.Interfaces, StoredDeviceMatch.Find(domain, card), card, "");
                break;
            case { Device: MemoryDevice memory }:
                Replace(domain.MemoryDevices, domain.MemoryDevices.Find(other => other.Address == memory.Address),
                    memory, "memory not found");
                break;
            case { Graphics: { } graphics }:
                Replace(domain.Graphics, domain.Graphics.Find(other => other.Type == graphics.Type), graphics,
                    $"cannot find existing graphics type '{graphics.Type.ToXml()}' device to modify");
                break;
            default: throw NotSupported("update", element);
        }
    }

    private static void AttachCharacter(DomainDefinition domain, CharacterDevice character)
    {
        if (character is ConsoleDevice { TargetType: ConsoleTarget.Serial })
        {
            throw Error(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, "attaching serial console is not supported");
        }

        switch (character)
        {
            case SerialDevice serial: Join(domain.Serials, serial); break;
            case ParallelDevice parallel: Join(domain.Parallels, parallel); break;
            case ConsoleDevice console: Join(domain.Consoles, console); break;
            case ChannelDevice channel: Join(domain.Channels, channel); break;
            default: break;
        }
    }

    private static void Join<T>(List<T> devices, T device)
        where T : CharacterDevice
    {
        Refuse(StoredDeviceMatch.Find(devices, device) is not null, "chardev already exists");
        devices.Add(device);
    }

    private static void Take<T>(
        List<T> devices, T? found, string complaint = "device not present in domain configuration")
        where T : Device
    {
        _ = found ?? throw Missing(complaint);
        devices.Remove(found);
    }

    private static void Replace<T>(List<T> devices, T? found, T device, string complaint)
        where T : class =>
        devices[devices.IndexOf(found ?? throw Error(VirErrorNumber.VIR_ERR_INVALID_ARG, complaint))] = device;

    private static void Refuse(bool wrong, string complaint)
    {
        if (wrong)
        {
            throw Invalid(complaint);
        }
    }

    private static VirException NotSupported(string change, DeviceElement element) => Error(
        VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
        $"persistent {change} of device '{element.Kind}' is not supported");

    private static VirException Invalid(string detail) => Error(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    private static VirException Missing(string detail) => Error(VirErrorNumber.VIR_ERR_DEVICE_MISSING, detail);

    private static VirException Error(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_QEMU, detail);
}
