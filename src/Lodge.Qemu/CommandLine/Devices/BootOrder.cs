using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>
/// Which device is booted in which turn. Where the guest says kinds (<c>&lt;boot dev='hd'/&gt;</c>), the first device
/// of
/// each kind has its kind's turn; otherwise each device says its own.
/// </summary>
internal sealed class BootOrder
{
    private readonly Dictionary<Device, uint>? _turns;

    private BootOrder(Dictionary<Device, uint>? turns) => _turns = turns;

    /// <summary>The order of a guest.</summary>
    public static BootOrder Of(DomainDefinition definition)
    {
        var kinds = definition.Os.BootDevices;
        if (kinds.Count == 0) return new BootOrder(null);
        var turns = new Dictionary<Device, uint>();
        for (var i = 0; i < kinds.Count; i++)
        {
            if (First(definition, kinds[i]) is { } device) turns[device] = (uint)(i + 1);
        }

        return new BootOrder(turns);
    }

    /// <summary>A device's turn, from 1; 0 for none.</summary>
    public uint Of(Device device) => _turns is null ? device.BootOrder : _turns.GetValueOrDefault(device);

    private static Device? First(DomainDefinition definition, BootDevice kind) => kind switch
    {
        BootDevice.Fd => definition.Disks.FirstOrDefault(disk => disk.Kind == DiskDevice.Floppy),
        BootDevice.Cdrom => definition.Disks.FirstOrDefault(disk => disk.Kind == DiskDevice.Cdrom),
        BootDevice.Hd => definition.Disks.FirstOrDefault(disk => disk.Kind is DiskDevice.Disk or DiskDevice.Lun),
        _ => definition.Interfaces.FirstOrDefault(),
    };
}
