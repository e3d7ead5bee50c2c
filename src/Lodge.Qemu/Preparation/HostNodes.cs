using Lodge.Model.Domain;

namespace Lodge.Qemu.Preparation;

/// <summary>The host's NUMA nodes.</summary>
internal static class HostNodes
{
    private const string OnlineNodes = "/sys/devices/system/node/online";

    /// <summary>The nodes that are there; node 0 where the kernel knows of none.</summary>
    public static CpuSet Find() =>
        File.Exists(OnlineNodes) && CpuSet.TryParse(File.ReadAllText(OnlineNodes), out var nodes)
            ? nodes
            : new CpuSet([0]);
}
