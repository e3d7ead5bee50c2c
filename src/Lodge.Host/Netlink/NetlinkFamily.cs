namespace Lodge.Host.Netlink;

/// <summary>The parts of the kernel that speak netlink.</summary>
/// <remarks>Source: Linux <c>netlink(7)</c>.</remarks>
public enum NetlinkFamily
{
    /// <summary>Links, addresses, routes, neighbours (<c>NETLINK_ROUTE</c>).</summary>
    Route = 0,

    /// <summary>Netfilter (<c>NETLINK_NETFILTER</c>).</summary>
    Netfilter = 12,

    /// <summary>Devices that come and go (<c>NETLINK_KOBJECT_UEVENT</c>).</summary>
    KernelObjects = 15,
}
