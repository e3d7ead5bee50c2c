using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Lodge.Client;
using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Serving;

namespace Lodge.Install.Flow;

/// <summary>Serves a kickstart on the network of the guest that is to have it, and on no other.</summary>
internal static class KickstartHost
{
    // QEMU's own network shows the host's loopback to its guest under this address.
    private static readonly IPAddress s_userNetwork = new([10, 0, 2, 2]);

    /// <summary>Begins to serve.</summary>
    /// <exception cref="InstallFailure">The guest's network has no address of this machine.</exception>
    public static async Task<KickstartServer> StartAsync(
        GuestPlan plan, SeedFile file, LibvirtConnection connection, CancellationToken cancellation)
    {
        if (plan.Host.IsRemote) throw new InstallFailure("A kickstart is served to guests of this machine alone.");
        if (plan.Domain.All("devices/interface") is not [var card, ..])
            throw new InstallFailure("A guest without a network cannot be served a kickstart.");
        try
        {
            if (card["@type"] == "user") return KickstartServer.Start(IPAddress.Loopback, file, s_userNetwork);
            return KickstartServer.Start(await AddressAsync(card, connection, cancellation), file);
        }
        catch (SocketException refused)
        {
            throw new InstallFailure($"The kickstart cannot be served: {refused.Message}", refused);
        }
    }

    private static async Task<IPAddress> AddressAsync(
        Draft card, LibvirtConnection connection, CancellationToken cancellation)
    {
        var bridge = card["source/@bridge"];
        if (card["source/@network"] is { } name)
        {
            var network = await connection.LookupNetworkByNameAsync(name, cancellation);
            var xml = DraftNode.Parse(await network.GetXmlDescAsync(cancellationToken: cancellation));
            var ip = xml.All("ip").FirstOrDefault(ip => ip.Get("@family") is null or "" or "ipv4");
            if (IPAddress.TryParse(ip?.Get("@address"), out var known)) return known;
            bridge = xml.All("bridge").FirstOrDefault()?.Get("@name");
        }

        return NetworkInterface.GetAllNetworkInterfaces()
            .Where(link => link.Name == bridge)
            .SelectMany(link => link.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork)
            ?? throw new InstallFailure(
                "This machine has no address on the guest's network, so that no kickstart can be served there.");
    }
}
