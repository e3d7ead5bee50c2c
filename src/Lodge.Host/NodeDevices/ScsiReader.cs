using System.Globalization;
using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>SCSI adapters, targets and units, and what Fibre Channel adds to them.</summary>
internal sealed class ScsiReader(HostFiles files)
{
    private const string FibreChannelHosts = "/sys/class/fc_host";
    private const string ScsiHosts = "/sys/class/scsi_host";
    private const string RemotePorts = "/sys/class/fc_remote_ports";

    public ScsiHostCapability? Host(SysfsDevice device)
    {
        var name = Path.GetFileName(device.Path);
        if (!name.StartsWith("host", StringComparison.Ordinal)
            || !uint.TryParse(name.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var plain = new ScsiHostCapability
        {
            Host = number,
            UniqueId = (int?)files.Number($"{ScsiHosts}/{name}/unique_id"),
        };
        var (names, ports) = (FibreChannel(name), Ports(name));

        // One that claims to be of the fabric and cannot say who it is, is told of as a plain adapter.
        var isFabric = files.Exists($"{FibreChannelHosts}/{name}");
        var isCarrier = CanCarryPorts(name);
        return (isFabric && names is null) || (isCarrier && ports is null)
            ? plain
            : plain with { FibreChannel = names, Ports = ports };
    }

    public ScsiTargetCapability Target(SysfsDevice device)
    {
        var port = Path.GetFileName(Path.GetDirectoryName(device.Path)!);
        return Word($"{RemotePorts}/{port}/port_name") is { } name
            ? new(device.Name, port, name)
            : new(device.Name, null, null);
    }

    public static ScsiCapability? Unit(SysfsDevice device)
    {
        var parts = Path.GetFileName(device.Path).Split(':');
        Span<uint> numbers = stackalloc uint[4];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (parts.Length != numbers.Length
                || !uint.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new(numbers[0], numbers[1], numbers[2], numbers[3], TypeName(device.Number("type")));
    }

    /// <summary>libvirt's word for a peripheral device type (SCSI Primary Commands).</summary>
    private static string? TypeName(long? type) => type switch
    {
        0x00 => "disk",
        0x01 => "tape",
        0x03 => "processor",
        0x04 => "worm",
        0x05 => "cdrom",
        0x06 => "scanner",
        0x07 => "mod",
        0x08 => "changer",
        0x0d => "enclosure",
        0x0c => "raid",
        _ => null,
    };

    private FibreChannelNames? FibreChannel(string host) =>
        Word($"{FibreChannelHosts}/{host}/port_name") is { } port
        && Word($"{FibreChannelHosts}/{host}/node_name") is { } node
            ? new(node, port, Word($"{FibreChannelHosts}/{host}/fabric_name"))
            : null;

    private bool CanCarryPorts(string host) =>
        files.Exists($"{FibreChannelHosts}/{host}/vport_create") || files.Exists($"{ScsiHosts}/{host}/vport_create");

    private VirtualPorts? Ports(string host) =>
        CanCarryPorts(host)
        && files.Number($"{FibreChannelHosts}/{host}/max_npiv_vports") is { } most
        && files.Number($"{FibreChannelHosts}/{host}/npiv_vports_inuse") is { } used
            ? new((int)most, (int)used)
            : null;

    private string? Word(string path)
    {
        var text = files.Text(path)?.Split('\n')[0];
        var prefix = text?.IndexOf("0x", StringComparison.Ordinal) ?? -1;
        return prefix >= 0 ? text![(prefix + 2)..] : text;
    }
}
