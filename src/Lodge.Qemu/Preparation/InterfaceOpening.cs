using System.Net.NetworkInformation;
using Lodge.Host.Netlink;
using Lodge.Host.Programs;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Network;

namespace Lodge.Qemu.Preparation;

/// <summary>The host's end of network cards: taps, bridges, and what a virtual network says.</summary>
internal static class InterfaceOpening
{
    /// <summary>Connects a card.</summary>
    public static async ValueTask OpenAsync(
        Interface card, DomainDefinition guest, GuestServices services, GuestFiles files,
        Action<Func<ValueTask>> onUndo, CancellationToken cancellation)
    {
        if (card.Type == InterfaceType.Network)
        {
            card.Actual = await services.Networks.ConnectAsync(card, guest.Uuid, cancellation);
            onUndo(() => services.Networks.DisconnectAsync(card, guest.Uuid));
            if (card.ActualType == InterfaceType.Hostdev) Rename(card, guest);
        }

        ConnectionCheck.Require(card);
        switch (card.ActualType)
        {
            case InterfaceType.Bridge or InterfaceType.Network:
                OpenTap(card, Bridge(card), files, onUndo);
                break;
            case InterfaceType.Ethernet:
                await OpenEthernetAsync(card, files, onUndo, cancellation);
                break;
            case InterfaceType.Direct:
                await OpenMacvtapAsync(card, files, onUndo, cancellation);
                break;
            case InterfaceType.Vdpa:
                OpenVdpa(card, files);
                break;
        }

        // It goes before the link does: whatever is taken back in part is still taken back.
        onUndo(() => services.Links.RemoveAsync(card, guest));
        await services.Links.ApplyAsync(card, guest, cancellation);
    }

    // What the network gave turns out to be a device of the host, and is called as those are.
    private static void Rename(Interface card, DomainDefinition guest)
    {
        const string OfUser = "ua-";
        if (card.Alias?.StartsWith(OfUser, StringComparison.Ordinal) == true) return;
        card.Alias = null;
        DeviceAliases.Assign(guest, card);
    }

    private static string Bridge(Interface card) => (card.Actual?.Source ?? card.Source).Bridge
        ?? throw ConfigurationError.Internal("Missing bridge name");

    /// <summary>Takes away of a card's end on the host what does not go with its queues.</summary>
    public static async ValueTask CloseAsync(Interface card, DomainDefinition guest, GuestServices services)
    {
        await services.Links.RemoveAsync(card, guest);
        switch (card.ActualType)
        {
            case InterfaceType.Direct when card.TargetDevice is { } link:
                await MacvtapDevice.RemoveAsync(link);
                break;
            case InterfaceType.Ethernet when card is { DownScript: { } script, TargetDevice: { } link }:
                _ = await HostProgram.RunAsync(script, [link]);
                break;
        }
    }

    private static async ValueTask OpenMacvtapAsync(
        Interface card, GuestFiles files, Action<Func<ValueTask>> onUndo, CancellationToken cancellation)
    {
        var source = card.Actual?.Source ?? card.Source;
        var isChosen = card.TargetDevice is not null;
        var (name, queues) = await MacvtapDevice.OpenAsync(
            new MacvtapRequest
            {
                Name = card.TargetDevice,
                Link = source.Device
                    ?? throw ConfigurationError.Internal("Missing source device of a direct interface"),
                Mode = source.Mode switch
                {
                    MacvtapMode.Private => MacvlanMode.Private,
                    MacvtapMode.Bridge => MacvlanMode.Bridge,
                    MacvtapMode.Passthrough => MacvlanMode.Passthrough,
                    _ => MacvlanMode.Vepa,
                },
                GuestAddress = PhysicalAddress.Parse(card.Mac.ToString()),
                Queues = (int)Math.Max(1, card.Driver.Queues),
                VirtioHeader = card.IsVirtio,
                Mtu = card.Mtu == 0 ? null : (int)card.Mtu,
            },
            cancellation);
        card.TargetDevice = name;
        foreach (var queue in queues)
        {
            files.Add(GuestFiles.Tap(card.Alias!), queue);
        }

        onUndo(async () =>
        {
            await MacvtapDevice.RemoveAsync(name);
            card.TargetDevice = isChosen ? name : null;
        });
    }

    private static async ValueTask OpenEthernetAsync(
        Interface card, GuestFiles files, Action<Func<ValueTask>> onUndo, CancellationToken cancellation)
    {
        if (card.TargetManaged == false && !HostLink.Exists(card.TargetDevice ?? ""))
        {
            throw ConfigurationError.Internal(card.TargetDevice is null
                ? "target dev must be supplied when managed='no'"
                : "target managed='no' but specified dev doesn't exist");
        }

        OpenTap(card, null, files, onUndo);
        if (card.Script is not { } script)
        {
            return;
        }

        var outcome = await HostProgram.RunAsync(script, [card.TargetDevice!], null, cancellation);
        if (!outcome.IsSuccess)
        {
            throw ConfigurationError.Internal(
                $"Child process ({script} {card.TargetDevice}) unexpected exit status {outcome.Status}: "
                + outcome.Error.Trim());
        }
    }

    private static void OpenTap(Interface card, string? bridge, GuestFiles files, Action<Func<ValueTask>> onUndo)
    {
        var isChosen = card.TargetDevice is not null;
        var tap = TapDevice.Open(new TapRequest
        {
            Name = card.TargetDevice,
            Bridge = bridge,
            GuestAddress = PhysicalAddress.Parse(card.Mac.ToString()),
            Queues = (int)Math.Max(1, card.Driver.Queues),
            VirtioHeader = card.IsVirtio,
            Mtu = card.Mtu == 0 ? null : (int)card.Mtu,
            CoalescedFrames = bridge is null ? 0 : card.CoalesceFrames,
        });
        card.TargetDevice = tap.Name;
        foreach (var queue in tap.Queues)
        {
            files.Add(GuestFiles.Tap(card.Alias!), queue);
        }

        // The link itself goes with its queues, which the command or the files close.
        if (!isChosen)
        {
            onUndo(() =>
            {
                card.TargetDevice = null;
                return ValueTask.CompletedTask;
            });
        }
    }

    private static void OpenVdpa(Interface card, GuestFiles files)
    {
        var path = card.Source.Device
            ?? throw ConfigurationError.Internal("Missing source device of a vdpa interface");
        files.Add(GuestFiles.Vdpa(card.Alias!), VhostOpening.Open(path, $"Unable to open '{path}' for vdpa device"));
    }
}
