using Lodge.Host.Netlink;
using Lodge.Model.Domain;
using Lodge.Model.Nwfilter;
using Lodge.Network.TrafficControl;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Preparation;

namespace Lodge.Daemon.Filters;

/// <summary>What holds for guests' links on this host: filters, rates, isolation.</summary>
/// <param name="filters">Has the filters.</param>
internal sealed class GuestLinks(FilterDriver filters) : ILinkPolicy
{
    /// <inheritdoc/>
    public async ValueTask ApplyAsync(Interface card, DomainDefinition guest, CancellationToken cancellation)
    {
        if (card.TargetDevice is not { } link)
            return;
        if ((card.Actual?.Isolated ?? card.Isolated) == true)
            await IsolateAsync(link, cancellation);
        if ((card.Actual?.Bandwidth ?? card.Bandwidth) is { } bandwidth)
            await Rates(card, link, bandwidth).ApplyAsync(cancellation);
        if (card.Filter is not { } filter)
            return;

        // A binding that stands is of a guest that ended while no daemon was there to see it.
        if (filters.Bindings.Any(binding => binding.Definition.PortDevice == link))
            await filters.UnbindAsync(link);
        await filters.BindAsync(
            new FilterBinding
            {
                OwnerName = guest.Name,
                OwnerUuid = guest.Uuid,
                PortDevice = link,
                LinkDevice = card.Type == InterfaceType.Direct ? card.Source.Device : null,
                Mac = card.Mac,
                Filter = filter,
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(Interface card, DomainDefinition guest)
    {
        if (card.TargetDevice is not { } link)
            return;
        if ((card.Actual?.Bandwidth ?? card.Bandwidth) is { } bandwidth)
            await Rates(card, link, bandwidth).RemoveAsync();
        if (filters.Bindings.FirstOrDefault(binding => binding.Definition.PortDevice == link) is { } bound
            && bound.Definition.OwnerUuid == guest.Uuid)
        {
            await filters.UnbindAsync(link);
        }
    }

    /// <summary>The rates of a card's link.</summary>
    internal static LinkBandwidth Rates(Interface card, string link, Bandwidth bandwidth) =>
        card.ActualType == InterfaceType.Direct
            ? LinkBandwidth.OfMacvtap(link, bandwidth)
            : LinkBandwidth.OfGuest(link, bandwidth);

    private static async Task IsolateAsync(string link, CancellationToken cancellation)
    {
        try
        {
            using var routes = RouteNetlink.Open();
            await routes.ChangePortAsync(link, new BridgePortOptions { IsIsolated = true }, cancellation);
        }
        catch (NetlinkException refused)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, VirErrorDomain.VIR_FROM_NONE,
                $"Unable to set bridge port isolated on {link}: {refused.Message}", refused);
        }
    }
}
