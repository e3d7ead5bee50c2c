namespace Lodge.Install.Os;

/// <summary>What an operating system has from those that it derives from or is a rebuild of.</summary>
public sealed partial class GuestOs
{
    private IReadOnlyList<GuestOs>? _lineage;
    private IReadOnlyList<string>? _deviceIds;
    private IReadOnlyList<OsDevice>? _devices;

    /// <summary>
    /// Itself, then those that it derives from and is a rebuild of, and theirs, the nearest line first; each once.
    /// </summary>
    internal IReadOnlyList<GuestOs> Lineage => _lineage ??= FindLineage();

    /// <summary>Ids of the devices that it drives: its own and inherited ones, but for those given up.</summary>
    public IReadOnlyList<string> DeviceIds => _deviceIds ??= FindDeviceIds();

    /// <summary>Those devices.</summary>
    public IReadOnlyList<OsDevice> Devices =>
        _devices ??= _database is null ? [] : [.. DeviceIds.Select(_database.FindDevice)];

    /// <summary>Firmware that it starts from, or does not: the nearest word on each counts.</summary>
    public IReadOnlyList<OsFirmware> Firmware =>
        [.. Lineage.SelectMany(os => os.OwnFirmware).DistinctBy(firmware => (firmware.Architecture, firmware.Type))];

    /// <summary>Its install scripts; those of a medium come first where that has its own.</summary>
    public IEnumerable<OsInstallScript> InstallScripts =>
        ScriptList.Select(id => _database?.FindInstallScript(id)).OfType<OsInstallScript>();

    /// <summary>
    /// The kernel argument that tells its installer where the tree lies (<c>inst.repo</c>, <c>method</c>,
    /// <c>install</c>); null where it takes none.
    /// </summary>
    public string? KernelUrlArgument =>
        Lineage.Select(os => os.OwnKernelUrlArgument).FirstOrDefault(argument => argument is not null)
        ?? Distro switch
        {
            "caasp" or "sle" or "sled" or "sles" or "opensuse" => "install",
            "centos" or "rhel" or "fedora" => "inst.repo",
            _ => null,
        };

    /// <summary>Whether UEFI is the only firmware that it starts from.</summary>
    /// <param name="architecture">The guest's (<c>x86_64</c>).</param>
    public bool RequiresEfi(string architecture) =>
        ShortId == "win11" || (Starts("efi", architecture, false) && !Starts("bios", architecture, true));

    /// <summary>
    /// Whether it is one of a name, or anything on the way to it: by derivation, upgrade or as a rebuild.
    /// </summary>
    /// <param name="shortId">The short name (<c>rhel6.0</c>).</param>
    public bool IsRelatedTo(string shortId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = new Stack<GuestOs>([this]);
        while (left.TryPop(out var os))
        {
            if (!seen.Add(os.Id)) continue;
            if (os.ShortIdList.Contains(shortId)) return true;
            foreach (var id in os.DerivesFromList.Concat(os.ClonesList).Concat(os.UpgradesList))
            {
                if (_database?.FindById(id) is { } related) left.Push(related);
            }
        }

        return false;
    }

    private bool Starts(string type, string architecture, bool unsaid) =>
        Firmware.FirstOrDefault(firmware => firmware.Architecture == architecture && firmware.Type == type)
            ?.IsSupported ?? unsaid;

    private List<GuestOs> FindLineage()
    {
        var found = new List<GuestOs>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Follow(this);
        return found;

        void Follow(GuestOs os)
        {
            if (!seen.Add(os.Id)) return;
            found.Add(os);
            foreach (var id in os.DerivesFromList.Concat(os.ClonesList))
            {
                if (_database?.FindById(id) is { } parent) Follow(parent);
            }
        }
    }

    // The nearest word on a device counts: what one gave up a later one may drive again.
    private List<string> FindDeviceIds() =>
    [
        .. Lineage.SelectMany(os => os.DeviceLinks)
            .DistinctBy(link => link.Id)
            .Where(link => link.IsSupported)
            .Select(link => link.Id),
    ];
}
