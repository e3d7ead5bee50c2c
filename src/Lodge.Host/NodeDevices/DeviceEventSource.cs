using Lodge.Host.Facts;
using Lodge.Host.Netlink;

namespace Lodge.Host.NodeDevices;

/// <summary>
/// What happens to the host's devices, as it happens: from udev where it runs, for it knows more than the kernel by
/// then; else from the kernel itself.
/// </summary>
public sealed class DeviceEventSource : IDisposable
{
    private const uint KernelGroup = 1;
    private const uint UdevGroup = 2;

    private readonly NetlinkSocket _socket;

    private DeviceEventSource(NetlinkSocket socket) => _socket = socket;

    /// <summary>Begins to listen; nothing that happens from now on is missed.</summary>
    /// <exception cref="NetlinkException">The kernel refuses.</exception>
    public static DeviceEventSource Open(HostFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var group = files.Exists("/run/udev/control") ? UdevGroup : KernelGroup;
        return new(NetlinkSocket.Open(NetlinkFamily.KernelObjects, group));
    }

    /// <summary>Waits for the next event.</summary>
    /// <returns>The event, or null where some were lost and everything has to be looked at anew.</returns>
    public async ValueTask<DeviceEvent?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var datagram = await _socket.ReceiveDatagramAsync(cancellation);
                if (DeviceEvent.Parse(datagram.Span) is { } happened)
                {
                    return happened;
                }
            }
            catch (NetlinkException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
