using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Network interfaces.</summary>
internal static class InterfaceValidation
{
    public static VirException? Find(Interface card) =>
        card.Source.HostIp is { IsEmpty: false } && card.Type != InterfaceType.Ethernet ? DomainUnsupported(
            "Invalid attempt to set network interface host-side IP route and/or address info on interface of type "
            + $"'{card.Type.ToXml()}'. This is only supported on interfaces of type 'ethernet'")
        : card.TargetManaged == false && card.Type != InterfaceType.Ethernet ? DomainUnsupported(
            $"unmanaged target dev is not supported on interfaces of type '{card.Type.ToXml()}'")
        : FindTeaming(card) ?? FindIsolation(card)
            ?? (card.IsVirtio ? null : VirtioOptionValidation.FindAny(card.Virtio)) ?? FindBackend(card);

    public static VirException? FindQemu(Interface card, IMachineFacts facts) =>
        FindGuestAddresses(card) ?? FindQueues(card, facts) ?? FindTuning(card);

    private static VirException? FindTeaming(Interface card) => card.Teaming switch
    {
        { Type: TeamingType.Transient, Persistent: null } => DomainUnsupported(
            "teaming persistent attribute must be set if teaming type is 'transient'"),
        { Type: not TeamingType.Transient, Persistent: not null } teaming => DomainUnsupported(
            $"teaming persistent attribute not allowed if teaming type is '{teaming.Type.ToXml()}'"),
        _ => null,
    };

    private static VirException? FindIsolation(Interface card) =>
        card.Isolated != true ? null
        : card.Type is not (InterfaceType.Network or InterfaceType.Bridge) ? DomainUnsupported(
            $"interface {card.Mac} - <port isolated='yes'/> is not supported for network interfaces with "
            + $"type='{card.Type.ToXml()}'")
        : card.VirtualPort is { Type: not VirtualPortType.None } port ? DomainUnsupported(
            $"interface {card.Mac} - <port isolated='yes'/> is not supported for network interfaces with "
            + $"virtualport type='{port.Type.ToXml()}'")
        : null;

    private static VirException? FindBackend(Interface card) => card switch
    {
        { Type: InterfaceType.Vhostuser, IsVirtio: false } => Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
            "Wrong or no <model> 'type' attribute specified with <interface type='vhostuser'/>. "
            + "vhostuser requires the virtio-net* frontend"),
        { Type: InterfaceType.Vhostuser, Source.VhostUser: { Listen: true, Reconnect.Enabled: true } } =>
            DomainUnsupported("'reconnect' attribute unsupported 'server' mode for <interface type='vhostuser'>"),
        _ => null,
    };

    private static VirException? FindGuestAddresses(Interface card)
    {
        if (card.Type == InterfaceType.Vdpa)
        {
            return card.Model == "virtio" ? null
                : Unsupported($"invalid model for interface of type 'vdpa': '{card.Model}'");
        }

        if (card.GuestIp is not { IsEmpty: false } guest)
        {
            return null;
        }

        if (card.Type != InterfaceType.User)
        {
            return Unsupported("Invalid attempt to set network interface guest-side IP route and/or address info, "
                + "not supported by QEMU");
        }

        return guest.Routes.Count > 0
            ? Unsupported("Invalid attempt to set network interface guest-side IP route, not supported by QEMU")
            : guest.Addresses.Exists(address => address.Peer is not null)
                ? Unsupported("Invalid attempt to set peer IP for guest")
            : FindFamily(guest, System.Net.Sockets.AddressFamily.InterNetwork, "IPv4")
                ?? FindFamily(guest, System.Net.Sockets.AddressFamily.InterNetworkV6, "IPv6");
    }

    private static VirException? FindFamily(
        IpConfiguration guest, System.Net.Sockets.AddressFamily family, string name)
    {
        var found = guest.Addresses.FindAll(address => address.Address.AddressFamily == family);
        return found.Count > 1 ? Unsupported($"Only one {name} address per interface is allowed")
            : found.Count == 0 ? null
            : (name, found[0].Prefix) switch
            {
                ("IPv4", > 0 and (< 4 or > 27)) => Xml("invalid prefix, must be in range of 4-27"),
                ("IPv6", not (0 or 64)) =>
                    Unsupported($"unsupported IPv6 address prefix='{found[0].Prefix}' - must be 64"),
                _ => null,
            };
    }

    private static VirException? FindQueues(Interface card, IMachineFacts facts) =>
        !card.IsVirtio ? null
        : card.Driver.ReceiveQueueSize is var receive and > 0 && !System.Numerics.BitOperations.IsPow2(receive)
            ? Unsupported("rx_queue_size has to be a power of two")
        : card.Driver.TransmitQueueSize is var transmit and > 0 && !System.Numerics.BitOperations.IsPow2(transmit)
            ? Unsupported("tx_queue_size has to be a power of two")
        : card.Driver.Rss is not null && !facts.Has(QemuCapability.VirtioNetRss)
            ? Unsupported("virtio rss is not supported with this QEMU binary")
        : card.Driver.RssHashReport is not null && !facts.Has(QemuCapability.VirtioNetRss)
            ? Unsupported("virtio rss hash report is not supported with this QEMU binary")
        : null;

    private static VirException? FindTuning(Interface card) =>
        card.Mtu > 0 && !TakesMtu(card)
            ? Unsupported($"setting MTU on interface type {card.Type.ToXml()} is not supported yet")
        : card.Teaming?.Type == TeamingType.Persistent && !card.IsVirtio ? Unsupported(
            $"virtio-net teaming persistent interface must be <model type='virtio'/>, not '{card.Model}'")
        : card.Teaming?.Type == TeamingType.Transient
        && card.Type is not (InterfaceType.Hostdev or InterfaceType.Network)
            ? Unsupported($"virtio-net teaming transient interface must be type='hostdev', not '{card.Type.ToXml()}'")
        : card.CoalesceFrames > 0 && card.Type is not (InterfaceType.Network or InterfaceType.Bridge)
            ? Unsupported($"coalesce settings on interface type {card.Type.ToXml()} are not supported")
        : null;

    private static bool TakesMtu(Interface card) => card.Type is InterfaceType.Network or InterfaceType.Bridge
        or InterfaceType.Ethernet or InterfaceType.Vhostuser;
}
