using Lodge.Protocol.Constants;
using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Daemon.Networks;

/// <summary>
/// Which networks <c>virConnectListAllNetworks</c> asks for: within each group of flags any may match, all groups must.
/// </summary>
internal readonly struct NetworkFilter(uint flags)
{
    /// <summary>The flags there are.</summary>
    public const uint Known = (uint)(Activity | Persistence | Autostart);

    private const VirConnectListAllNetworksFlags Activity =
        VIR_CONNECT_LIST_NETWORKS_ACTIVE | VIR_CONNECT_LIST_NETWORKS_INACTIVE;

    private const VirConnectListAllNetworksFlags Persistence =
        VIR_CONNECT_LIST_NETWORKS_PERSISTENT | VIR_CONNECT_LIST_NETWORKS_TRANSIENT;

    private const VirConnectListAllNetworksFlags Autostart =
        VIR_CONNECT_LIST_NETWORKS_AUTOSTART | VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART;

    private readonly VirConnectListAllNetworksFlags _flags = (VirConnectListAllNetworksFlags)flags;

    /// <summary>Whether a network passes.</summary>
    public bool Matches(NetworkSnapshot now) =>
        Passes(Activity, now.IsActive ? VIR_CONNECT_LIST_NETWORKS_ACTIVE : VIR_CONNECT_LIST_NETWORKS_INACTIVE)
        && Passes(
            Persistence,
            now.IsPersistent ? VIR_CONNECT_LIST_NETWORKS_PERSISTENT : VIR_CONNECT_LIST_NETWORKS_TRANSIENT)
        && Passes(
            Autostart, now.Autostart ? VIR_CONNECT_LIST_NETWORKS_AUTOSTART : VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART);

    private bool Passes(VirConnectListAllNetworksFlags group, VirConnectListAllNetworksFlags flag)
    {
        var asked = _flags & group;
        return asked == 0 || (asked & flag) != 0;
    }
}
