using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>A guest's share of the host's disks, by libvirt's names.</summary>
internal static class BlkioTuning
{
    /// <summary>Reads all; devices are not spoken of where none are named.</summary>
    public static ParameterList Get(DomainDefinition definition)
    {
        var list = new ParameterList();
        list.Add("weight", definition.BlkioTune.Weight);
        foreach (var name in new[] { "device_weight", "device_read_iops_sec", "device_write_iops_sec", "device_read_bytes_sec", "device_write_bytes_sec" })
            list.Add(name, "");
        return list;
    }
}
