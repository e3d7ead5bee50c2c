using Lodge.Install.Drafts;
using Lodge.Install.Drafts.Shapes;
using Lodge.Install.Facts;
using Lodge.Install.Options.Storage;
using Lodge.Install.Os;

namespace Lodge.Install.Options;

/// <summary>
/// The guest that options describe: its XML so far, and what is to be decided once all of them are known.
/// </summary>
/// <param name="host">The host that is to run it.</param>
internal sealed partial class GuestPlan(IHostFacts host)
{
    private readonly Dictionary<Draft, DiskStorage> _storage = [];
    private readonly Dictionary<(object Element, int Number), XmlEdit> _elementEdits = [];
    private GuestOs? _os;

    /// <summary>The host that is to run it.</summary>
    public IHostFacts Host => host;

    /// <summary>The operating systems that are known.</summary>
    public OsDatabase Systems { get; init; } = OsDatabase.Default;

    /// <summary>The domain so far.</summary>
    public Draft Domain { get; init; } = new(DomainShape.Domain);

    /// <summary>Whether a guest that is there already is changed, so that nothing is left to defaults.</summary>
    public bool IsEdit { get; init; }

    /// <summary>
    /// Devices that a guest would get of itself and that options have declined, by the name of their element.
    /// </summary>
    public HashSet<string> Declined { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether UEFI was asked for, whichever file it turns out to be.</summary>
    public bool WantsUefi { get; set; }

    /// <summary>How many spare PCI Express ports a machine that has such gets.</summary>
    /// <remarks>From 15 on QEMU 6.1 breaks: https://gitlab.com/qemu-project/qemu/-/issues/641.</remarks>
    public int SpareRootPorts { get; set; } = 14;

    /// <summary>Whether processors get the features that guard guests from each other.</summary>
    public bool IsProcessorGuarded { get; set; } = true;

    /// <summary>Whether options have said what the processors are like.</summary>
    public bool IsProcessorDecided { get; set; }

    /// <summary>
    /// Features that options have said to be there or not, though those that are off are not in the XML.
    /// </summary>
    public HashSet<string> DecidedFeatures { get; } = new(StringComparer.Ordinal);

    /// <summary>Devices for which drivers are put into the operating system while it is installed.</summary>
    public IReadOnlyCollection<string> ExtraDrivers { get; set; } = [];

    /// <summary>What a person should know, though it keeps nothing from going on.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Changes of the whole XML, made once everything else is done.</summary>
    public List<XmlEdit> Edits { get; } = [];

    /// <summary>
    /// What is to run in the guest: what was said, else what its XML names, else nothing that is known.
    /// </summary>
    public GuestOs Os
    {
        get => _os ??= Domain[OsPath] is { } id && Systems.FindById(id) is { } known ? known : GuestOs.Generic;
        set => (_os, Domain[OsPath]) = (value, value.Id.Length > 0 ? value.Id : null);
    }

    /// <summary>The volumes to be made, with the disks that they are for.</summary>
    public IEnumerable<(Draft Disk, Plan.VolumeRequest Volume)> Volumes =>
        from disk in Domain.All("devices/disk")
        where _storage.ContainsKey(disk) && _storage[disk].Made is not null
        select (disk, _storage[disk].Made!);

    private const string OsPath = "metadata/libosinfo:libosinfo/libosinfo:os/@id";

    /// <summary>Whether its firmware may keep variables in a file, which goes with the guest.</summary>
    public bool HasFirmwareVariables =>
        (Domain["os/@firmware"] ?? Domain["os/loader"] ?? Domain["os/nvram"]) is not null;

    /// <summary>What lies behind a disk; null where that was not looked at.</summary>
    public DiskStorage? StorageOf(Draft disk) => _storage.GetValueOrDefault(disk);

    /// <summary>Says what lies behind a disk.</summary>
    public void SetStorage(Draft disk, DiskStorage storage) => _storage[disk] = storage;

    /// <summary>A change of an element's XML, by its number.</summary>
    /// <param name="element">The element of a list, or the path of one that is there once.</param>
    /// <param name="number">The change's number.</param>
    public XmlEdit EditOf(object element, int number)
    {
        if (!_elementEdits.TryGetValue((element, number), out var edit))
            _elementEdits[(element, number)] = edit = new XmlEdit();
        return edit;
    }

    /// <summary>The XML with all changes made, those of elements before those of the whole.</summary>
    /// <exception cref="FormatException">A change makes no sense.</exception>
    public string ToXml()
    {
        var root = DraftNode.Of(Domain);
        foreach (var ((element, _), edit) in _elementEdits.OrderBy(entry => entry.Key.Number))
        {
            if (PathOf(element) is { } path) edit.Perform(root, path);
        }

        foreach (var edit in Edits) edit.Perform(root);
        return root.ToString();
    }

    private string? PathOf(object element)
    {
        if (element is string path) return "./" + path;
        foreach (var list in Domain.Shape.Lists.Keys)
        {
            var index = Domain.All(list).ToList().IndexOf((Draft)element);
            if (index >= 0) return $"./{list}[{index + 1}]";
        }

        return null;
    }
}
