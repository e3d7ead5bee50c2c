using System.Net.NetworkInformation;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Network;

namespace Lodge.Qemu.Preparation;

/// <summary>The host's end of network cards: taps, bridges, and what a virtual network says.</summary>
internal static class InterfaceOpening
{
    /// <summary>Connects a card.</summary>
    public static async ValueTask OpenAsync(
        Interface card, Guid domain, GuestServices services, GuestFiles files,
        Action<Func<ValueTask>> onUndo, CancellationToken cancellation)
    {
        if (card.Type == InterfaceType.Network)
        {
            card.Actual = await services.Networks.ConnectAsync(card, domain, cancellation);
            onUndo(() => services.Networks.DisconnectAsync(card, domain));
        }

        switch (card.ActualType)
        {
            case InterfaceType.Bridge or InterfaceType.Network:
                OpenTap(card, Bridge(card), files, onUndo);
                break;
            case InterfaceType.Ethernet:
                OpenEthernet(card, files, onUndo);
                break;
            case InterfaceType.Direct:
                throw NotSupported("macvtap (type 'direct')");
            case InterfaceType.Vdpa:
                throw NotSupported("vDPA");
        }
    }

    private static string Bridge(Interface card) => (card.Actual?.Source ?? card.Source).Bridge
        ?? throw ConfigurationError.Internal("Missing bridge name");

    private static void OpenEthernet(Interface card, GuestFiles files, Action<Func<ValueTask>> onUndo)
    {
        if (card.Script is not null || card.DownScript is not null) throw NotSupported("interface script");
        if (card.TargetManaged == false && !LinkControl.Exists(card.TargetDevice ?? ""))
        {
            throw ConfigurationError.Internal(card.TargetDevice is null
                ? "target dev must be supplied when managed='no'"
                : "target managed='no' but specified dev doesn't exist");
        }

        OpenTap(card, null, files, onUndo);
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

    private static VirException NotSupported(string what) => new(
        VirErrorNumber.VIR_ERR_NO_SUPPORT,
        VirErrorDomain.VIR_FROM_QEMU,
        $"{what}: use an interface of type 'user', 'bridge' or 'network'");
}
