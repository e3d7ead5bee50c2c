namespace Lodge.Install.Os;

/// <summary>An operating system that a guest may run, as osinfo-db knows it.</summary>
public sealed partial class GuestOs
{
    private readonly OsDatabase? _database;

    internal GuestOs(string id, OsDatabase? database)
    {
        Id = id;
        _database = database;
    }

    /// <summary>
    /// What stands for a system that nobody knows: nothing is assumed of it. Its short name is <c>generic</c>.
    /// </summary>
    public static GuestOs Generic { get; } = new("", null)
    {
        Name = "Generic or unknown OS. Usage is not recommended.",
        ShortIdList = { "generic" },
    };

    /// <summary>Its address (<c>http://fedoraproject.org/fedora/37</c>); empty for the generic one.</summary>
    public string Id { get; }

    /// <summary>The name that options take (<c>fedora37</c>).</summary>
    public string ShortId => ShortIdList.Count > 0 ? ShortIdList[0] : Id;

    /// <summary>That name and others for the same.</summary>
    public IReadOnlyList<string> ShortIds => ShortIdList;

    /// <summary>Its name as people read it.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Its version.</summary>
    public string? Version { get; internal set; }

    /// <summary>Who makes it.</summary>
    public string? Vendor { get; internal set; }

    /// <summary><c>linux</c>, <c>winnt</c>, <c>freebsd</c> …</summary>
    public string? Family { get; internal set; }

    /// <summary><c>fedora</c>, <c>rhel</c>, <c>ubuntu</c>, <c>win</c> …</summary>
    public string? Distro { get; internal set; }

    /// <summary>The name of its release (<c>Jammy Jellyfish</c>).</summary>
    public string? Codename { get; internal set; }

    /// <summary>When it came out.</summary>
    public DateOnly? ReleaseDate { get; internal set; }

    /// <summary>When it gets no more updates.</summary>
    public DateOnly? EndOfLife { get; internal set; }

    /// <summary>Where it stands in its life.</summary>
    public OsReleaseStatus ReleaseStatus { get; internal set; }

    /// <summary>The user that its cloud images have.</summary>
    public string? CloudUser { get; internal set; }

    /// <summary>Its flavours.</summary>
    public IReadOnlyList<OsVariant> Variants => VariantList;

    /// <summary>Media that it is installed from.</summary>
    public IReadOnlyList<OsMedia> Media => MediaList;

    /// <summary>Trees that it is installed from.</summary>
    public IReadOnlyList<OsTree> Trees => TreeList;

    /// <summary>Disk images with it.</summary>
    public IReadOnlyList<OsImage> Images => ImageList;

    /// <summary>Drivers that it can be given.</summary>
    public IReadOnlyList<OsDriver> Drivers => DriverList;

    /// <summary>What it derives from, by id: it takes over their devices, firmware and more.</summary>
    public IReadOnlyList<string> DerivesFrom => DerivesFromList;

    /// <summary>What it upgrades, by id.</summary>
    public IReadOnlyList<string> Upgrades => UpgradesList;

    /// <summary>What it is a rebuild of, by id.</summary>
    public IReadOnlyList<string> Clones => ClonesList;

    /// <summary>Whether it is the one that stands for unknown systems.</summary>
    public bool IsGeneric => ShortId == "generic";

    /// <summary>Whether it stands for any Linux of a year (<c>linux2022</c>).</summary>
    public bool IsGenericLinux =>
        ShortId.Length >= 9 && ShortId.StartsWith("linux", StringComparison.Ordinal)
        && ShortId.AsSpan(5, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether it is a Windows.</summary>
    public bool IsWindows => Family is "win9x" or "winnt" or "win16";

    /// <summary>What its clock is set to: <c>localtime</c> or <c>utc</c>.</summary>
    public string ClockOffset => IsWindows || Family == "solaris" ? "localtime" : "utc";

    internal List<string> ShortIdList { get; } = [];

    internal List<OsVariant> VariantList { get; } = [];

    internal List<OsMedia> MediaList { get; } = [];

    internal List<OsTree> TreeList { get; } = [];

    internal List<OsImage> ImageList { get; } = [];

    internal List<OsDriver> DriverList { get; } = [];

    internal List<OsFirmware> OwnFirmware { get; } = [];

    internal List<(string Id, bool IsSupported)> DeviceLinks { get; } = [];

    internal List<(OsResourceKind Kind, OsResources Resources)> OwnResources { get; } = [];

    internal List<string> DerivesFromList { get; } = [];

    internal List<string> UpgradesList { get; } = [];

    internal List<string> ClonesList { get; } = [];

    internal List<string> ScriptList { get; } = [];

    internal string? OwnKernelUrlArgument { get; set; }

    /// <summary>
    /// Whether it gets no more updates: past its end, or, where the database knows none, ten years after it came out.
    /// </summary>
    /// <param name="today">The day to judge by.</param>
    public bool IsEndOfLife(DateOnly today) =>
        EndOfLife is { } end ? today > end
        : ReleaseStatus != OsReleaseStatus.Rolling && ReleaseDate is { } release && today > release.AddDays(3650);

    /// <summary>The short name.</summary>
    public override string ToString() => ShortId;
}
