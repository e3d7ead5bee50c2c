using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.CommandLine.Devices;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Hotplug;

/// <summary>Network cards of running guests.</summary>
internal static class InterfaceHotplug
{
    public static async Task PlugAsync(
        LiveGuest guest, Interface card, PlugTransaction plug, CancellationToken cancellation)
    {
        if (card.ActualType is InterfaceType.Hostdev or InterfaceType.Vhostuser or InterfaceType.Vdpa)
        {
            throw HotplugError.Unsupported(
                $"hotplug of interface type of {card.ActualType.ToXml()} is not implemented yet");
        }

        using var files = new GuestFiles();
        await InterfaceOpening.OpenAsync(
            card, guest.Definition, guest.Services, files, plug.OnUndo, cancellation);
        var names = new List<string>();
        foreach (var queue in files.Take(GuestFiles.Tap(card.Alias!)))
        {
            using (queue)
            {
                var name = GuestFiles.Tap(card.Alias!) + names.Count.ToString(CultureInfo.InvariantCulture);
                await plug.PassFileAsync(queue, name);
                names.Add(name);
            }
        }

        await plug.AddNetdevAsync(NetdevProperties.Of(card, new NetdevFiles(names, [], null)));
        await plug.AddDeviceAsync(InterfaceProperties.Of(card, card.BootOrder, guest.Scope));
        if (card.Link == LinkState.Down) await plug.ExecuteAsync("set_link", LinkProperties(card, isUp: false));
    }

    /// <summary>Takes the host's end away.</summary>
    public static async Task ClearAsync(LiveGuest guest, Interface card)
    {
        await using (var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None))
        {
            cleared.AdoptNetdev(InterfaceProperties.NetdevId(card.Alias));
        }

        await InterfaceOpening.CloseAsync(card, guest.Definition, guest.Services);
        if (card.Type == InterfaceType.Network)
        {
            await guest.Services.Networks.DisconnectAsync(card, guest.Definition.Uuid);
        }
    }

    /// <summary>What <c>set_link</c> takes.</summary>
    public static QemuProperties LinkProperties(Interface card, bool isUp) =>
        new QemuProperties().Add("name", card.Alias).Add("up", (bool?)isUp);
}
