using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>vDPA devices and the node through which QEMU uses them.</summary>
internal static class VdpaReader
{
    public static VdpaCapability? Read(SysfsDevice device, HostFiles files)
    {
        var name = device.Names(".").FirstOrDefault(static n => n.StartsWith("vhost-vdpa", StringComparison.Ordinal));
        var node = name is null ? null : "/dev/" + name;
        return node is not null && !files.Exists(node) ? null : new(node);
    }
}
