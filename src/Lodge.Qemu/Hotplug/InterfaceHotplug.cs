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
        if (card.ActualType is InterfaceType.Vhostuser or InterfaceType.Vdpa)
        {
            throw HotplugError.Unsupported(
                $"hotplug of interface type of {card.ActualType.ToXml()} is not implemented yet");
        }

        using var files = new GuestFiles();
        await InterfaceOpening.OpenAsync(
            card, guest.Definition, guest.Services, files, plug.OnUndo, cancellation);
        if (Function(card) is { } function)
        {
            await PciPassing.TakeAsync(
                function, card, guest.Definition.Name, guest.Services, plug.OnUndo, cancellation);
            await plug.AddDeviceAsync(HostdevProperties.Pci(
                InterfaceHostdev.Of(card, function), card.BootOrder, card.Teaming, guest.Scope));
            return;
        }

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
        if (Function(card) is { } function)
        {
            await PciPassing.GiveBackAsync(function, card, guest.Definition.Name, guest.Services);
        }
        else
        {
            await using var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None);
            cleared.AdoptNetdev(InterfaceProperties.NetdevId(card.Alias));
        }

        await InterfaceOpening.CloseAsync(card, guest.Definition, guest.Services);
        if (card.Type == InterfaceType.Network)
        {
            await guest.Services.Networks.DisconnectAsync(card, guest.Definition.Uuid);
        }
    }

    /// <summary>The device of the host that a card is as a whole; null where it is QEMU's own.</summary>
    private static Hostdev? Function(Interface card) =>
        card.ActualType == InterfaceType.Hostdev ? (card.Actual?.Source ?? card.Source).Hostdev : null;

    /// <summary>What <c>set_link</c> takes.</summary>
    public static QemuProperties LinkProperties(Interface card, bool isUp) =>
        new QemuProperties().Add("name", card.Alias).Add("up", (bool?)isUp);
}
