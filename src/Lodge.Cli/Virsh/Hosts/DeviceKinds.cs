namespace Lodge.Cli.Virsh.Hosts;

/// <summary>Kinds of devices of the host, as <c>nodedev-list --cap</c> takes them.</summary>
internal static class DeviceKinds
{
    /// <summary>The names; the filter of each is the bit of its place.</summary>
    private static readonly string[] Names =
    [
        "system", "pci", "usb_device", "usb", "net", "scsi_host", "scsi_target", "scsi", "storage", "fc_host", "vports",
        "scsi_generic", "drm", "mdev_types", "mdev", "ccw", "css", "vdpa", "ap_card", "ap_queue", "ap_matrix", "vpd",
    ];

    /// <summary>The filter for a list of kinds, parted by commas; and for devices that are off.</summary>
    internal static VirConnectListAllNodeDeviceFlags Filter(string? kinds, bool inactive, bool all)
    {
        var flags = (VirConnectListAllNodeDeviceFlags)0;
        foreach (var kind in kinds is null ? [] : CommaList.Split(kinds))
        {
            var place = Array.IndexOf(Names, kind);
            if (place < 0)
            {
                throw new CommandFailure("Invalid capability type");
            }

            flags |= (VirConnectListAllNodeDeviceFlags)(1u << place);
        }

        if (inactive || all)
        {
            flags |= VirConnectListAllNodeDeviceFlags.VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE;
        }

        return inactive ? flags : flags | VirConnectListAllNodeDeviceFlags.VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE;
    }
}
