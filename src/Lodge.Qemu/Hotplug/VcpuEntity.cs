using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Qemu.Hotplug;

/// <summary>vCPUs that come and go together: one place of the machine.</summary>
/// <param name="First">The number of its first vCPU.</param>
/// <param name="Slot">The place, as QEMU tells it.</param>
/// <param name="Order">Its turn among those that are there; 0 where it is not.</param>
internal sealed record VcpuEntity(uint First, CpuSlot Slot, uint Order)
{
    /// <summary>How vCPUs are called that came later.</summary>
    public const string AliasPrefix = "vcpu";

    /// <summary>How many vCPUs.</summary>
    public uint Count => (uint)Slot.Count;

    /// <summary>Whether they are there.</summary>
    public bool IsOnline => Slot.QomPath is not null;

    /// <summary>Whether they can come and go: those there from the start cannot.</summary>
    public bool IsHotpluggable => Slot.Alias is not null || !IsOnline;

    /// <summary>What <c>device_add</c> takes to plug them in.</summary>
    public QemuProperties Device => QemuProperties.Device(Slot.Type)
        .Add("id", $"{AliasPrefix}{First}")
        .Add("node-id", (long?)Slot.Place.NodeId)
        .Add("socket-id", (long?)Slot.Place.SocketId)
        .Add("die-id", (long?)Slot.Place.DieId)
        .Add("core-id", (long?)Slot.Place.CoreId)
        .Add("thread-id", (long?)Slot.Place.ThreadId);

    /// <summary>Orders what QEMU tells by the vCPUs' numbers.</summary>
    /// <param name="slots">All places (<c>query-hotpluggable-cpus</c>).</param>
    /// <param name="cpus">The vCPUs there are (<c>query-cpus-fast</c>), the oldest first.</param>
    public static List<VcpuEntity> Arrange(IEnumerable<CpuSlot> slots, IEnumerable<VirtualCpu> cpus)
    {
        var turns = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var cpu in cpus)
        {
            turns.TryAdd(WithoutThread(cpu.QomPath), (uint)turns.Count + 1);
        }

        var entities = new List<VcpuEntity>();
        var first = 0u;
        foreach (var slot in slots.OrderBy(slot => slot.Place.SocketId).ThenBy(slot => slot.Place.DieId)
            .ThenBy(slot => slot.Place.CoreId).ThenBy(slot => slot.Place.ThreadId))
        {
            entities.Add(new VcpuEntity(first, slot, slot.QomPath is { } path ? turns.GetValueOrDefault(path) : 0));
            first += (uint)slot.Count;
        }

        return entities;
    }

    private static string WithoutThread(string path) =>
        path.IndexOf("/thread", StringComparison.Ordinal) is > 0 and var end ? path[..end] : path;
}
