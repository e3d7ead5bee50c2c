using System.Buffers.Binary;
using System.Net.NetworkInformation;
using static Lodge.Host.Netlink.RouteMessages;

namespace Lodge.Host.Netlink;

public sealed partial class RouteNetlink
{
    private const int FunctionAddressSize = 4 + 32;
    private const int FunctionVlanSize = 4 + 4 + 4;

    /// <summary>Sets what a virtual function of a card is on the wire.</summary>
    /// <param name="name">The link of the whole card.</param>
    /// <param name="function">The function's number.</param>
    /// <param name="address">Its address; all zeros leaves it to the card.</param>
    /// <param name="vlan">Its VLAN; 0 for none.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <exception cref="NetlinkException">There is no such link (ENODEV), or it has no such function.</exception>
    /// <remarks>Source: Linux <c>if_link.h</c>, <c>struct ifla_vf_mac</c> and <c>ifla_vf_vlan</c>.</remarks>
    public async ValueTask SetVirtualFunctionAsync(
        string name, uint function, PhysicalAddress address, uint vlan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var header = new LinkHeader { Index = await IndexOfAsync(name, cancellation) };
        await ChangeAsync(
            new NetlinkRequest(SetLink).Header(header).Nest(LinkFunctions, list => list.Nest(FunctionInfo, info => info
                .Add(FunctionAddress, FunctionAddressOf(function, address))
                .Add(FunctionVlan, FunctionVlanOf(function, vlan)))),
            cancellation);
    }

    internal static byte[] FunctionAddressOf(uint function, PhysicalAddress address)
    {
        var bytes = new byte[FunctionAddressSize];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, function);
        address.GetAddressBytes().CopyTo(bytes, 4);
        return bytes;
    }

    internal static byte[] FunctionVlanOf(uint function, uint vlan)
    {
        var bytes = new byte[FunctionVlanSize];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, function);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), vlan);
        return bytes;
    }
}
