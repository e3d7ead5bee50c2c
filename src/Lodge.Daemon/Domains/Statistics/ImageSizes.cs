using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>The sizes of the images of a guest that runs, as <c>virDomainGetBlockInfo</c> has them.</summary>
internal static class ImageSizes
{
    /// <summary>Asks QEMU, and the host for what QEMU does not know.</summary>
    public static async Task<ImageSize> OfLiveAsync(LiveDomain live, Disk disk)
    {
        var nodes = live.Monitor.QueryNamedBlockNodesAsync();
        var stats = await live.Monitor.QueryBlockNodeStatsAsync();
        var node = (await nodes).FirstOrDefault(n => n.NodeName == BlockNodes.Format(disk.Source))
            ?? throw DomainErrors.Internal($"cannot find statistics for device '{disk.Alias}'");
        var highest = stats.FirstOrDefault(n => n.NodeName == BlockNodes.Storage(disk.Source))?.HighestOffset;
        var actual = node.ActualSize ?? 0;

        // What QEMU wrote highest says how much of a raw image or device is used; a qcow2 file says so by its length.
        var allocation = highest is { } written
            && disk.Source is not { Type: StorageType.File, Format: StorageFormat.Qcow2 }
            ? written
            : actual;
        var isSparse = actual == 0 || allocation == 0 || allocation == actual;
        return new ImageSize(
            node.VirtualSize,
            allocation == 0 ? actual : allocation,
            isSparse && ImageSize.PhysicalOf(disk.Source) is var physical and > 0 ? physical : actual);
    }

    /// <summary>The image of an inactive domain is not there.</summary>
    public static VirException Missing(Disk disk) => new(
        VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        VirErrorDomain.VIR_FROM_QEMU,
        $"cannot stat file '{disk.Source.Path}': No such file or directory");
}
