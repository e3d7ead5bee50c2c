using Lodge.Host.Facts;
using Lodge.Host.NodeDevices;
using Lodge.Qemu.Network;
using Lodge.Qemu.Processors;
using Lodge.Qemu.Secrets;
using Lodge.Qemu.Swtpm;

namespace Lodge.Qemu.Preparation;

/// <summary>What all guests of a host share.</summary>
public sealed class GuestServices
{
    private const int FirstDisplayPort = 5900;
    private const int FirstWebSocketPort = 5700;
    private const int LastPort = 65535;

    /// <summary>Ports of VNC and SPICE (<c>remote_display_port_min</c>, <c>_max</c>).</summary>
    public PortPool DisplayPorts { get; init; } = new("display", FirstDisplayPort, LastPort);

    /// <summary>Ports of VNC for browsers (<c>remote_websocket_port_min</c>, <c>_max</c>).</summary>
    public PortPool WebSocketPorts { get; init; } = new("webSocket", FirstWebSocketPort, LastPort);

    /// <summary>Where passphrases are kept.</summary>
    public ISecretStore Secrets { get; init; } = new EmptySecretStore();

    /// <summary>What a virtual network gives to an interface.</summary>
    public INetworkResolver Networks { get; init; } = new EmptyNetworkResolver();

    /// <summary>What a guest's link on the host is held to.</summary>
    public ILinkPolicy Links { get; init; } = new OpenLinkPolicy();

    /// <summary>Where a pool's volume lies.</summary>
    public IVolumeResolver Volumes { get; init; } = new EmptyVolumeResolver();

    /// <summary>What lies below an image.</summary>
    public IBackingChainReader Chains { get; init; } = new UnreadChains();

    /// <summary>Which PCI functions of the host guests have.</summary>
    public PciAssignments PciDevices { get; init; } = new(HostFiles.Real);

    /// <summary>The parts of network cards that guests have.</summary>
    public VirtualFunctions VirtualFunctions { get; init; } = new(HostFiles.Real);

    /// <summary>Who lets guests reach their files.</summary>
    public IGuestFileAccess Files { get; init; } = new OpenFileAccess();

    /// <summary>
    /// The processors that have names, read when a guest first asks for one; null where none are installed.
    /// </summary>
    public Lazy<CpuNames?> Cpus { get; init; } = new(() => CpuNames.Load(CpuNames.DefaultFolder));

    /// <summary>What the host's processor tells about itself; null where it is no x86.</summary>
    public Lazy<CpuBits?> HostProcessor { get; init; } = new(HostCpuBits.Read);

    /// <summary>The folder of UEFI guests' variables.</summary>
    public string NvramRoot { get; init; } = "/var/lib/libvirt/qemu/nvram";

    /// <summary>The folder that keeps emulated TPMs' memories.</summary>
    public string TpmStateRoot { get; init; } = "/var/lib/libvirt/swtpm";

    /// <summary>The folder of emulated TPMs' sockets.</summary>
    public string TpmRunRoot { get; init; } = "/run/libvirt/qemu/swtpm";

    /// <summary>The folder of emulated TPMs' logs.</summary>
    public string TpmLogRoot { get; init; } = "/var/log/swtpm/libvirt/qemu";

    /// <summary>Whom emulated TPMs run as; null for the daemon's own account.</summary>
    public TpmAccount? TpmAccount { get; init; }
}
