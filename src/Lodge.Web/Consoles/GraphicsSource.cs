using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Consoles;

/// <summary>Finds the way to the screen of a guest.</summary>
internal static class GraphicsSource
{
    /// <summary>Connects to a screen: by a socket that the hypervisor hands over, else by its address.</summary>
    /// <exception cref="VirException">There is no such screen, or no way to it from here.</exception>
    /// <exception cref="SocketException">Nobody answers at its address.</exception>
    public static async ValueTask<Stream> OpenAsync(Guest guest, uint index, CancellationToken cancellation)
    {
        try
        {
            var handle = await guest.Domain.OpenGraphicsFDAsync(
                index, VirDomainOpenGraphicsFlags.VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH, cancellation);
            var socket = new Socket(new SafeSocketHandle(handle.DangerousGetHandle(), ownsHandle: true));
            handle.SetHandleAsInvalid();
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (VirException error) when (error.Code is VirErrorNumber.VIR_ERR_NO_SUPPORT
            or VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED or VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED
            or VirErrorNumber.VIR_ERR_RPC or VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)
        {
            return await OpenByAddressAsync(guest, index, cancellation);
        }
    }

    private static async ValueTask<Stream> OpenByAddressAsync(Guest guest, uint index, CancellationToken cancellation)
    {
        var xml = XElement.Parse(await guest.Domain.GetXmlDescAsync(cancellationToken: cancellation));
        var graphics = xml.Elements("devices").Elements("graphics").ElementAtOrDefault((int)index)
            ?? throw Fault(guest, "has no such screen");
        var path = (string?)graphics.Attribute("socket")
            ?? (string?)graphics.Elements("listen").Attributes("socket").FirstOrDefault();
        var socket = path is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(
                path is null ? Address(guest, graphics) : new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static EndPoint Address(Guest guest, XElement graphics)
    {
        if (!int.TryParse((string?)graphics.Attribute("port"), CultureInfo.InvariantCulture, out var port) || port <= 0)
            throw Fault(guest, "shows its screen at no port");
        var listen = (string?)graphics.Attribute("listen") ?? "127.0.0.1";
        var server = Uri.TryCreate(guest.Host.Uri, UriKind.Absolute, out var uri)
            && uri.Host.Length > 0 ? uri.Host : null;
        var isAny = !IPAddress.TryParse(listen, out var address) || address.Equals(IPAddress.Any)
            || address.Equals(IPAddress.IPv6Any);
        if (server is null) return new IPEndPoint(isAny ? IPAddress.Loopback : address!, port);
        if (!isAny && IPAddress.IsLoopback(address!))
            throw Fault(guest, $"shows its screen on {server} at {listen} alone, which is not to be reached from here");
        return isAny ? new DnsEndPoint(server, port) : new IPEndPoint(address!, port);
    }

    private static VirException Fault(Guest guest, string text) => new(
        VirErrorNumber.VIR_ERR_OPERATION_INVALID, VirErrorDomain.VIR_FROM_NONE, $"domain '{guest.Name}' {text}");
}
