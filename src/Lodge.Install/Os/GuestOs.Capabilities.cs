namespace Lodge.Install.Os;

/// <summary>What an operating system can drive.</summary>
public sealed partial class GuestOs
{
    private const string Virtio = "http://pcisig.com/pci/1af4/";

    /// <summary>Names of the network cards that it drives, as libvirt's <c>model</c> has them or nearly so.</summary>
    public IReadOnlyList<string> NetworkModels =>
        [.. Devices.Where(device => device.Class?.StartsWith("net", StringComparison.Ordinal) == true)
            .Select(device => device.Name).OfType<string>()];

    /// <summary>Whether it drives something.</summary>
    /// <param name="capability">What.</param>
    /// <param name="more">Devices that it is about to get drivers for, by id.</param>
    public bool Supports(OsCapability capability, IEnumerable<string>? more = null)
    {
        var extra = more as IReadOnlyCollection<string> ?? more?.ToList();
        return capability switch
        {
            OsCapability.VirtioDisk => Drives(Virtio + "1001", Virtio + "1042"),
            OsCapability.VirtioScsi => Drives(Virtio + "1004", Virtio + "1048"),
            OsCapability.VirtioNet => Drives(Virtio + "1000", Virtio + "1041"),
            OsCapability.VirtioRng => Drives(Virtio + "1005", Virtio + "1044"),
            OsCapability.VirtioGpu => Drives(Virtio + "1050"),
            OsCapability.VirtioBalloon => Drives(Virtio + "1002", Virtio + "1045"),
            // The data of RHEL's and CentOS' early versions lacked it.
            OsCapability.VirtioSerial => Drives(Virtio + "1003", Virtio + "1043") || IsRelatedTo("rhel6.0"),
            OsCapability.VirtioInput => Drives(Virtio + "1052"),
            OsCapability.Usb3 => Drives("http://pcisig.com/pci/1b36/0004"),
            OsCapability.Virtio1 => Drives(Virtio + "1041"),
            OsCapability.ChipsetQ35 => Drives("http://qemu.org/chipset/x86/q35")
                && (!Supports(OsCapability.VirtioNet, extra) || Supports(OsCapability.Virtio1, extra)),
            _ => false,
        };

        bool Drives(params ReadOnlySpan<string> ids)
        {
            foreach (var id in ids)
            {
                if (DeviceIds.Contains(id) || extra?.Contains(id) == true) return true;
            }

            return false;
        }
    }

    /// <summary>Drivers for an architecture that the installer itself can take.</summary>
    /// <param name="architecture">The guest's, or <c>all</c>.</param>
    public IEnumerable<OsDriver> PreInstallableDrivers(string architecture) =>
        DriverList.Where(driver =>
            driver.IsPreInstallable && (architecture == "all" || driver.Architecture == architecture));

    /// <summary>
    /// The address of a tree for an architecture: the flavour asked for (<c>jeos</c> means a server, <c>desktop</c> a
    /// workstation, null the one with everything), else the last; null where there is none.
    /// </summary>
    /// <param name="architecture">The guest's.</param>
    /// <param name="profile">The flavour.</param>
    public string? TreeLocation(string architecture, string? profile = null)
    {
        var wanted = profile switch
        {
            "jeos" => "Server",
            "desktop" => "Workstation",
            null or "" => "Everything",
            _ => profile,
        };
        var trees = TreeList.Where(tree => tree.Architecture == architecture).ToList();
        var found = trees.Find(tree => tree.Variants.Any(id =>
            VariantList.Find(variant => variant.Id == id)?.Name.Contains(wanted, StringComparison.Ordinal) == true));
        return (found ?? trees.LastOrDefault())?.Url;
    }
}
