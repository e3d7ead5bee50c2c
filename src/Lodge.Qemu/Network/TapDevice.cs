using System.Globalization;
using System.Net.NetworkInformation;
using Lodge.Host.Netlink;
using Lodge.Protocol.Errors;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Network;

/// <summary>
/// A tap device on the host and the open queues through which QEMU moves its frames. The link lives as long as a
/// queue is
/// open: disposing it undoes everything, the bridge port too.
/// </summary>
public sealed class TapDevice : IDisposable
{
    private const string ControlFile = "/dev/net/tun";
    private const int FreeNameTries = 65536;

    // Names are not used again soon, so that no late event about an old link hits a new one.
    private static int s_lastName = -1;

    private readonly List<SafeFileHandle> _queues = [];

    private TapDevice(string name) => Name = name;

    /// <summary>The link's name on the host.</summary>
    public string Name { get; }

    /// <summary>The open queues, one for each that was asked for.</summary>
    public IReadOnlyList<SafeFileHandle> Queues => _queues;

    /// <summary>Makes the device and, where one is named, plugs it into the bridge.</summary>
    /// <exception cref="VirException">
    /// The kernel refused, or there is no such bridge (<c>VIR_ERR_SYSTEM_ERROR</c>); nothing is left behind.
    /// </exception>
    public static TapDevice Open(TapRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mtu = request.Mtu ?? (request.Bridge is { } bridge ? LinkControl.ReadMtu(bridge) : null);
        var device = new TapDevice(request.Name ?? FreeName());
        try
        {
            device.OpenQueues(request);
            LinkControl.WriteAddress(device.Name, HostAddress(request.GuestAddress));
            if (mtu is { } bytes) LinkControl.WriteMtu(device.Name, bytes);
            if (request.Bridge is not null) LinkControl.JoinBridge(request.Bridge, device.Name);
            if (request.CoalescedFrames > 0)
                LinkControl.WriteCoalescedFrames(device.Name, request.CoalescedFrames);
            if (request.Online) LinkControl.WriteOnline(device.Name, online: true);
            return device;
        }
        catch
        {
            device.Dispose();
            throw;
        }
    }

    /// <summary>Brings a guest's link up or down on the host.</summary>
    public static void SetOnline(string name, bool online) => LinkControl.WriteOnline(name, online);

    /// <summary>Closes the queues: the link is gone unless a running QEMU holds it.</summary>
    public void Dispose()
    {
        foreach (var queue in _queues)
        {
            queue.Dispose();
        }

        _queues.Clear();
    }

    private void OpenQueues(TapRequest request)
    {
        var flags = TapFlags.Tap | TapFlags.NoPacketInformation;
        if (request.VirtioHeader) flags |= TapFlags.VirtioHeader;
        if (request.Queues > 1) flags |= TapFlags.MultiQueue;
        for (var i = 0; i < Math.Max(1, request.Queues); i++)
        {
            var queue = LinkControl.OpenTun(ControlFile);
            _queues.Add(queue);
            LinkControl.AttachTun(queue, Name, flags);
        }
    }

    private static byte[] HostAddress(PhysicalAddress guest)
    {
        // A bridge takes its lowest port's address as its own; the highest first byte keeps it off the guest's.
        var address = guest.GetAddressBytes();
        address[0] = address[0] == 0xfe ? (byte)0xfa : (byte)0xfe;
        return address;
    }

    private static string FreeName()
    {
        for (var tries = 0; tries < FreeNameTries; tries++)
        {
            var number = Interlocked.Increment(ref s_lastName) & int.MaxValue;
            var name = "vnet" + number.ToString(CultureInfo.InvariantCulture);
            if (!HostLink.Exists(name)) return name;
        }

        throw new VirException(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
            VirErrorDomain.VIR_FROM_NONE,
            "no unused vnet names available");
    }
}
