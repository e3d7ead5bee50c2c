using System.Net.NetworkInformation;
using static Lodge.Host.Netlink.RouteMessages;

namespace Lodge.Host.Netlink;

public sealed partial class RouteNetlink
{
    /// <summary>All links.</summary>
    public async ValueTask<List<HostLink>> ListLinksAsync(CancellationToken cancellation = default)
    {
        var answers = await _socket.RequestAsync(
            new NetlinkRequest(GetLink, NetlinkFlags.Dump).Header(default(LinkHeader)), cancellation);
        return answers.ConvertAll(ReadLink);
    }

    /// <summary>A link by its name; null where there is none.</summary>
    public ValueTask<HostLink?> FindLinkAsync(string name, CancellationToken cancellation = default) =>
        FindAsync(new NetlinkRequest(GetLink).Header(default(LinkHeader)).Add(LinkName, name), cancellation);

    /// <summary>A link by its number; null where there is none.</summary>
    public ValueTask<HostLink?> FindLinkAsync(int index, CancellationToken cancellation = default) =>
        FindAsync(new NetlinkRequest(GetLink).Header(new LinkHeader { Index = index }), cancellation);

    /// <summary>The number of a link.</summary>
    /// <exception cref="NetlinkException">There is no such link (ENODEV).</exception>
    public async ValueTask<int> IndexOfAsync(string name, CancellationToken cancellation = default) =>
        (await FindLinkAsync(name, cancellation))?.Index ?? throw new NetlinkException(NoDevice);

    /// <summary>Makes a bridge, switched off and without ports.</summary>
    /// <exception cref="NetlinkException">The name is taken (EEXIST), or the kernel refuses.</exception>
    public ValueTask AddBridgeAsync(string name, BridgeOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var request = NewNamed(name);
        if (options.Address is { } address) request.Add(LinkAddress, address.GetAddressBytes());
        if (options.Mtu is { } mtu) request.Add(LinkMtu, mtu);
        return ChangeAsync(request.Nest(LinkInfo, info => BridgeInfo(info, options)), cancellation);
    }

    /// <summary>Changes what a bridge does.</summary>
    public async ValueTask ChangeBridgeAsync(
        string name, BridgeOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var index = await IndexOfAsync(name, cancellation);
        var request = new NetlinkRequest(NewLink).Header(new LinkHeader { Index = index });
        if (options.Address is { } address) request.Add(LinkAddress, address.GetAddressBytes());
        if (options.Mtu is { } mtu) request.Add(LinkMtu, mtu);
        await ChangeAsync(request.Nest(LinkInfo, info => BridgeInfo(info, options)), cancellation);
    }

    /// <summary>Makes two links with a cable between them.</summary>
    public ValueTask AddPairAsync(string name, string peer, CancellationToken cancellation = default) =>
        ChangeAsync(
            NewNamed(name).Nest(LinkInfo, info => info.Add(LinkInfoKind, "veth").Nest(LinkInfoData, data =>
                data.Nest(VethPeer, other => other.Header(default(LinkHeader)).Add(LinkName, peer)))),
            cancellation);

    /// <summary>Makes a VLAN on a link.</summary>
    public async ValueTask AddVlanAsync(
        string name, string parent, ushort id, CancellationToken cancellation = default)
    {
        var index = await IndexOfAsync(parent, cancellation);
        await ChangeAsync(
            NewNamed(name).Add(LinkParent, (uint)index).Nest(LinkInfo, info => info
                .Add(LinkInfoKind, "vlan").Nest(LinkInfoData, data => data.Add(VlanId, id))),
            cancellation);
    }

    /// <summary>Makes a macvlan, or a macvtap that a guest can open, on a link.</summary>
    public async ValueTask AddMacvlanAsync(
        string name, string parent, MacvlanMode mode, bool isTap, PhysicalAddress? address,
        CancellationToken cancellation = default)
    {
        var index = await IndexOfAsync(parent, cancellation);
        var request = NewNamed(name).Add(LinkParent, (uint)index);
        if (address is not null) request.Add(LinkAddress, address.GetAddressBytes());
        await ChangeAsync(
            request.Nest(LinkInfo, info => info.Add(LinkInfoKind, isTap ? "macvtap" : "macvlan")
                .Nest(LinkInfoData, data => data.Add(RouteMessages.MacvlanMode, (uint)mode))),
            cancellation);
    }

    /// <summary>Removes a link.</summary>
    /// <returns>Whether there was one.</returns>
    public async ValueTask<bool> DeleteLinkAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            await ChangeAsync(
                new NetlinkRequest(DeleteLink).Header(default(LinkHeader)).Add(LinkName, name), cancellation);
            return true;
        }
        catch (NetlinkException missing) when (missing.IsMissing)
        {
            return false;
        }
    }

    /// <summary>Changes a link.</summary>
    /// <exception cref="NetlinkException">There is none (ENODEV), or the kernel refuses.</exception>
    public async ValueTask ChangeLinkAsync(string name, LinkChange change, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var header = new LinkHeader { Index = await IndexOfAsync(name, cancellation) };
        Flag(ref header, FlagUp, change.IsUp);
        Flag(ref header, FlagPromiscuous, change.IsPromiscuous);
        Flag(ref header, FlagAllMulticast, change.TakesAllMulticast);
        var request = new NetlinkRequest(NewLink).Header(header);
        if (change.Name is { } newName) request.Add(LinkName, newName);
        if (change.Address is { } address) request.Add(LinkAddress, address.GetAddressBytes());
        if (change.Mtu is { } mtu) request.Add(LinkMtu, mtu);
        if (change.MasterIndex is { } master) request.Add(LinkMaster, (uint)master);
        if (change.TransmitQueue is { } queue) request.Add(LinkTransmitQueue, queue);
        await ChangeAsync(request, cancellation);
    }

    /// <summary>Changes how a bridge treats a port.</summary>
    public async ValueTask ChangePortAsync(
        string name, BridgePortOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var header = new LinkHeader { Family = BridgeFamily, Index = await IndexOfAsync(name, cancellation) };
        await ChangeAsync(
            new NetlinkRequest(SetLink).Header(header).Nest(LinkProtocolInfo | Nested, port =>
            {
                Switch(port, PortLearning, options.Learns);
                Switch(port, PortUnicastFlood, options.Floods);
                Switch(port, PortHairpin, options.IsHairpin);
                Switch(port, PortIsolated, options.IsIsolated);
            }),
            cancellation);
    }

    private const int NoDevice = 19;

    private async ValueTask<HostLink?> FindAsync(NetlinkRequest request, CancellationToken cancellation)
    {
        try
        {
            var answers = await _socket.RequestAsync(request, cancellation);
            return answers.Count == 0 ? null : ReadLink(answers[0]);
        }
        catch (NetlinkException missing) when (missing.IsMissing)
        {
            return null;
        }
    }

    private static NetlinkRequest NewNamed(string name) => new NetlinkRequest(
        NewLink, NetlinkFlags.Acknowledge | NetlinkFlags.Create | NetlinkFlags.Exclusive)
        .Header(default(LinkHeader)).Add(LinkName, name);

    private static void BridgeInfo(NetlinkRequest info, BridgeOptions options) =>
        info.Add(LinkInfoKind, "bridge").Nest(LinkInfoData, data =>
        {
            if (options.ForwardDelay is { } delay) data.Add(BridgeForwardDelay, delay);
            if (options.IsStp is { } stp) data.Add(BridgeStp, stp ? 1u : 0u);
            Switch(data, BridgeVlanFiltering, options.FiltersVlans);
        });

    private static void Switch(NetlinkRequest request, ushort type, bool? value)
    {
        if (value is { } on) request.Add(type, (byte)(on ? 1 : 0));
    }

    private static void Flag(ref LinkHeader header, uint flag, bool? value)
    {
        if (value is not { } on) return;
        header.Change |= flag;
        if (on) header.Flags |= flag;
    }

    private static HostLink ReadLink(NetlinkMessage message)
    {
        var header = message.Header<LinkHeader>();
        var link = new HostLink
        {
            Index = header.Index,
            Name = "",
            HardwareType = header.HardwareType,
            IsUp = (header.Flags & FlagUp) != 0,
            HasCarrier = (header.Flags & FlagLowerUp) != 0,
            IsPromiscuous = (header.Flags & FlagPromiscuous) != 0,
        };
        foreach (var attribute in message.Attributes<LinkHeader>())
        {
            link = attribute.Type switch
            {
                LinkName => link with { Name = attribute.AsText() },
                LinkAddress => link with { Address = new PhysicalAddress(attribute.Value.ToArray()) },
                LinkMtu => link with { Mtu = attribute.AsUInt32() },
                LinkMaster => link with { MasterIndex = (int)attribute.AsUInt32() },
                LinkParent => link with { ParentIndex = (int)attribute.AsUInt32() },
                LinkOperationalState => link with { OperationalState = attribute.AsByte() },
                LinkInfo => WithKind(link, attribute.Nested),
                _ => link,
            };
        }

        return link;
    }

    private static HostLink WithKind(HostLink link, NetlinkAttributes info)
    {
        var kind = info.Find(LinkInfoKind).AsText();
        var data = info.Find(LinkInfoData).Nested;
        link = link with { Kind = kind };
        return kind switch
        {
            "bridge" => link with
            {
                ForwardDelay = data.Find(BridgeForwardDelay).AsUInt32(),
                IsStp = data.Find(BridgeStp).AsUInt32() != 0,
            },
            "vlan" => link with { VlanId = data.Find(VlanId).AsUInt16() },
            "macvlan" or "macvtap" =>
                link with { MacvlanMode = (MacvlanMode)data.Find(RouteMessages.MacvlanMode).AsUInt32() },
            _ => link,
        };
    }
}
