using System.Globalization;
using Lodge.Host.Netlink;
using Lodge.Protocol.Errors;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Network;

/// <summary>
/// A device that shares a link of the host with others (macvtap) and the open queues through which QEMU moves its
/// frames. Unlike a tap it outlives its queues: whoever made it takes it away.
/// </summary>
/// <remarks>Source: Linux <c>macvtap</c>, <c>if_tun.h</c>.</remarks>
public static class MacvtapDevice
{
    private const int FreeNameTries = 8192;

    /// <summary>Makes the device and opens its queues.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <returns>Its name and queues.</returns>
    /// <exception cref="VirException">The kernel refused, or there is no such link; nothing is left behind.</exception>
    public static async Task<(string Name, IReadOnlyList<SafeFileHandle> Queues)> OpenAsync(
        MacvtapRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var routes = RouteNetlink.Open();
        var name = await AddAsync(routes, request, cancellation);
        var queues = new List<SafeFileHandle>();
        try
        {
            await routes.ChangeLinkAsync(
                name,
                new LinkChange
                {
                    Mtu = (uint?)request.Mtu,
                    IsUp = true,

                    // A link passed through whole gets the guest's address; the kernel takes it back at the end.
                    Address = request.Mode == MacvlanMode.Passthrough ? request.GuestAddress : null,
                },
                cancellation);
            var index = await routes.IndexOfAsync(name, cancellation);
            var flags = TapFlags.Tap | TapFlags.NoPacketInformation;
            if (request.VirtioHeader) flags |= TapFlags.VirtioHeader;
            if (request.Queues > 1) flags |= TapFlags.MultiQueue;
            for (var i = 0; i < Math.Max(1, request.Queues); i++)
            {
                var queue = LinkControl.OpenMacvtap(name, index);
                queues.Add(queue);
                LinkControl.AttachTun(queue, name, flags);
            }

            return (name, queues);
        }
        catch (Exception failure)
        {
            queues.ForEach(queue => queue.Dispose());
            await RemoveAsync(name);
            if (failure is NetlinkException refused) throw Failed(request, refused);
            throw;
        }
    }

    /// <summary>Takes a device away; nothing where it is gone.</summary>
    public static async Task RemoveAsync(string name)
    {
        using var routes = RouteNetlink.Open();
        await routes.DeleteLinkAsync(name);
    }

    private static ValueTask AddAsync(
        RouteNetlink routes, string name, MacvtapRequest request, CancellationToken cancellation) =>
        routes.AddMacvlanAsync(name, request.Link, request.Mode, isTap: true, request.GuestAddress, cancellation);

    private static async Task<string> AddAsync(
        RouteNetlink routes, MacvtapRequest request, CancellationToken cancellation)
    {
        try
        {
            if (request.Name is { } chosen)
            {
                await AddAsync(routes, chosen, request, cancellation);
                return chosen;
            }

            for (var number = 0; number < FreeNameTries; number++)
            {
                var name = "macvtap" + number.ToString(CultureInfo.InvariantCulture);
                if (HostLink.Exists(name)) continue;
                try
                {
                    await AddAsync(routes, name, request, cancellation);
                    return name;
                }
                catch (NetlinkException) when (HostLink.Exists(name))
                {
                    // Somebody else was quicker; the next name may be free.
                }
            }
        }
        catch (NetlinkException refused)
        {
            throw Failed(request, refused);
        }

        throw new VirException(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE, "no unused macvtap names available");
    }

    private static VirException Failed(MacvtapRequest request, NetlinkException refused) => new(
        VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        VirErrorDomain.VIR_FROM_NONE,
        $"error creating macvtap interface {request.Name ?? "macvtap"}@{request.Link} ({request.GuestAddress}): "
            + refused.Message,
        refused);
}
