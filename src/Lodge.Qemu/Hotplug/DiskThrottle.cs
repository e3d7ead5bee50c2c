using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Hotplug;

/// <summary>A disk's limits, as QEMU's <c>block_set_io_throttle</c> takes them.</summary>
public static class DiskThrottle
{
    // QEMU's names of the limits, by libvirt's; the first six are always said, so that a lifted limit is lifted.
    private static readonly (string Qemu, string Libvirt)[] Always =
    [
        ("bps", "total_bytes_sec"), ("bps_rd", "read_bytes_sec"), ("bps_wr", "write_bytes_sec"),
        ("iops", "total_iops_sec"), ("iops_rd", "read_iops_sec"), ("iops_wr", "write_iops_sec"),
    ];

    private static readonly (string Qemu, string Libvirt)[] WhereSet =
    [
        ("bps_max", "total_bytes_sec_max"), ("bps_rd_max", "read_bytes_sec_max"), ("bps_wr_max", "write_bytes_sec_max"),
        ("iops_max", "total_iops_sec_max"), ("iops_rd_max", "read_iops_sec_max"), ("iops_wr_max", "write_iops_sec_max"),
        ("iops_size", "size_iops_sec"),
        ("bps_max_length", "total_bytes_sec_max_length"), ("bps_rd_max_length", "read_bytes_sec_max_length"),
        ("bps_wr_max_length", "write_bytes_sec_max_length"), ("iops_max_length", "total_iops_sec_max_length"),
        ("iops_rd_max_length", "read_iops_sec_max_length"), ("iops_wr_max_length", "write_iops_sec_max_length"),
    ];

    /// <summary>Gives a running guest's disk the limits that its definition has.</summary>
    public static Task ApplyAsync(QmpClient monitor, Disk disk)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        return monitor.ExecuteAsync("block_set_io_throttle", Properties(disk).WriteMembersTo);
    }

    internal static QemuProperties Properties(Disk disk)
    {
        var tune = disk.IoTune ?? new IoTune();
        var properties = new QemuProperties().Add("id", QomName(disk));
        foreach (var (qemu, libvirt) in Always)
        {
            properties.Add(qemu, (ulong?)tune[libvirt]);
        }

        foreach (var (qemu, libvirt) in WhereSet)
        {
            properties.AddNonZero(qemu, tune[libvirt]);
        }

        return properties.Add("group", tune.GroupName);
    }

    /// <summary>The device that QEMU asks for by name where it speaks of a disk.</summary>
    internal static string QomName(Disk disk) => disk.Bus switch
    {
        DiskBus.Virtio => $"/machine/peripheral/{disk.Alias}/virtio-backend",
        DiskBus.Usb => $"/machine/peripheral/{disk.Alias}/{disk.Alias}.0/legacy[0]",
        _ => disk.Alias!,
    };
}
