using System.Collections.Concurrent;
using System.Globalization;
using System.Net.NetworkInformation;
using Lodge.Host.Facts;
using Lodge.Host.Netlink;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Errors;

namespace Lodge.Host.NodeDevices;

/// <summary>
/// Network cards of the host that are parts of another (SR-IOV): what a guest that has one is, on the wire, is set
/// through the whole card.
/// </summary>
/// <param name="files">The host's files.</param>
public sealed class VirtualFunctions(HostFiles files)
{
    private const string Devices = "/sys/bus/pci/devices";

    private readonly ConcurrentDictionary<PciAddress, PhysicalAddress> _former = new();

    /// <summary>The link of the whole card that a function is a part of, and its number there.</summary>
    /// <returns>Null where the function is no part of a network card.</returns>
    public (string Link, uint Number)? Find(PciAddress address)
    {
        var whole = $"{Devices}/{address}/physfn";
        if (files.Names($"{whole}/net") is not [var link, ..] || files.RealPath($"{Devices}/{address}") is not { } own)
            return null;
        const string Part = "virtfn";
        foreach (var name in files.Names(whole).Where(name => name.StartsWith(Part, StringComparison.Ordinal)))
        {
            if (files.RealPath($"{whole}/{name}") == own
                && uint.TryParse(name.AsSpan(Part.Length), CultureInfo.InvariantCulture, out var number))
            {
                return (link, number);
            }
        }

        return null;
    }

    /// <summary>Remembers the address that a function has while the host has it.</summary>
    public void Remember(PciAddress address)
    {
        if (files.Names($"{Devices}/{address}/net") is [var link, ..]
            && PhysicalAddress.TryParse(files.Text($"{Devices}/{address}/net/{link}/address")?.Trim(), out var mac))
        {
            _former[address] = mac;
        }
    }

    /// <summary>Sets the address that a function has, and its VLAN.</summary>
    /// <exception cref="VirException">It is no function of a network card (<c>VIR_ERR_CONFIG_UNSUPPORTED</c>), or the
    /// card refuses.</exception>
    public async Task SetAsync(
        PciAddress address, PhysicalAddress mac, uint vlan, CancellationToken cancellation = default)
    {
        var (link, number) = Find(address) ?? throw new VirException(
            VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_NONE,
            "Interface type hostdev is currently supported on SR-IOV Virtual Functions only");
        try
        {
            using var routes = RouteNetlink.Open();
            await routes.SetVirtualFunctionAsync(link, number, mac, vlan, cancellation);
        }
        catch (NetlinkException refused)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, VirErrorDomain.VIR_FROM_NONE,
                $"Cannot set interface MAC/vlanid to {mac}/{vlan} for ifname {link} vf {number}: {refused.Message}",
                refused);
        }
    }

    /// <summary>Gives a function the address that it had, and no VLAN; one not known is the card's to choose.</summary>
    public Task ResetAsync(PciAddress address) =>
        SetAsync(
            address, _former.TryRemove(address, out var former) ? former : new PhysicalAddress(new byte[6]), vlan: 0);
}
