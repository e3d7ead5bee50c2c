using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>Looks at all devices of the host, or at one, and says what each is.</summary>
/// <param name="files">The host's files.</param>
public sealed class NodeDeviceScan(HostFiles files)
{
    /// <summary>The name of the machine itself, on which everything hangs.</summary>
    public const string Root = "computer";

    // Other buses and classes have nothing that a node device can be.
    private static readonly string[] Folders =
    [
        "/sys/bus/pci/devices", "/sys/bus/usb/devices", "/sys/bus/scsi/devices", "/sys/bus/mdev/devices",
        "/sys/bus/vdpa/devices", "/sys/class/net", "/sys/class/block", "/sys/class/scsi_generic", "/sys/class/drm",
        "/sys/class/mtty",
    ];

    private readonly NodeDeviceReader _reader = new(files);

    /// <summary>Every device, each after what it hangs on; the machine itself is the first.</summary>
    public IReadOnlyList<NodeDeviceDefinition> All()
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var folder in Folders)
        {
            foreach (var name in files.Names(folder))
            {
                if (files.RealPath($"{folder}/{name}") is { } path)
                {
                    paths.Add(path);
                }
            }
        }

        var found = new List<NodeDeviceDefinition> { Machine() };
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (Find(path, names.GetValueOrDefault) is { } device)
            {
                found.Add(device);
                names[path] = device.Name;
            }
        }

        return found;
    }

    /// <summary>One device, or null where the folder is none that a node device can be.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="nameOf">Names the device of a folder, so that what it hangs on is found; null for none.</param>
    public NodeDeviceDefinition? Find(string path, Func<string, string?> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        if (SysfsDevice.Read(files, path) is not { } device || _reader.Read(device) is not ({ } name, { } capability))
        {
            return null;
        }

        return new()
        {
            Name = name,
            Path = device.Path,
            Node = device.Node,
            Links = device.Links,
            Driver = device.Driver,
            Parent = Parent(device.Path, nameOf),
            Capability = capability,
        };
    }

    /// <summary>The machine itself.</summary>
    public NodeDeviceDefinition Machine() => new() { Name = Root, Capability = MachineFacts.Read(files) };

    private static string Parent(string path, Func<string, string?> nameOf)
    {
        for (var above = Path.GetDirectoryName(path); above is { Length: > 1 }; above = Path.GetDirectoryName(above))
        {
            if (nameOf(above) is { } name)
            {
                return name;
            }
        }

        return Root;
    }
}
