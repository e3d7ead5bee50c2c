using Lodge.Model.Domain;
using Lodge.Qemu.Agent.Commands;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>Which disk of the definition the guest speaks of.</summary>
internal static class GuestDisks
{
    /// <summary>The target of the disk at a place in the guest, or null where none is there.</summary>
    public static string? TargetOf(DomainDefinition definition, AgentDiskAddress place) => definition.Disks
        .Find(disk => disk.Address switch
        {
            PciAddress pci => pci.Slot == place.Slot && pci.Function == place.Function
                && (pci.Bus == place.PciBus || definition.Os.IsQ35),
            DriveAddress drive => drive.Bus == place.Bus && drive.Target == place.Target && drive.Unit == place.Unit,
            _ => false,
        })?.Target;
}
