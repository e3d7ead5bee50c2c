using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>A network card as the guest sees it.</summary>
internal static class InterfaceProperties
{
    /// <summary>The device's properties.</summary>
    public static QemuProperties Of(Interface card, uint bootIndex, GuestScope scope) =>
        (card.IsVirtio ? Virtio(card, scope) : QemuProperties.Device(card.Model!))
            .Add("netdev", NetdevId(card.Alias))
            .Add("id", card.Alias)
            .Add("mac", card.Mac.ToString())
            .AddNonZero("bootindex", bootIndex)
            .AddAddress(card, scope)
            .AddRom(card);

    /// <summary>The id of the host's end.</summary>
    public static string NetdevId(string? alias) => "host" + alias;

    private static QemuProperties Virtio(Interface card, GuestScope scope)
    {
        var driver = card.Driver;
        var isMultiqueue = driver.Queues > 1;
        var properties = VirtioProperties.Start("virtio-net", card, card.Model, card.Virtio, scope)
            .Add("tx", driver.TransmitMode switch
            {
                TransmitMode.Iothread => "bh",
                TransmitMode.Timer => "timer",
                _ => null,
            })
            .Add("ioeventfd", driver.IoEventFd)
            .Add("event_idx", driver.EventIndex);
        foreach (var (name, isOn) in driver.HostOffloads)
        {
            properties.Add(name is "csum" or "gso" or "mrg_rxbuf" ? name : "host_" + name, (bool?)isOn);
        }

        foreach (var (name, isOn) in driver.GuestOffloads)
        {
            properties.Add("guest_" + name, (bool?)isOn);
        }

        // Two interrupts a queue pair, one for configuration, one for control.
        var needsVectors = isMultiqueue && card.Address is not CcwAddress;
        return properties
            .Add("mq", isMultiqueue ? true : null)
            .Add("vectors", needsVectors ? (2 * driver.Queues) + 2 : (ulong?)null)
            .AddNonZero("rx_queue_size", driver.ReceiveQueueSize)
            .AddNonZero("tx_queue_size", driver.TransmitQueueSize)
            .Add("rss", driver.Rss)
            .Add("hash", driver.RssHashReport)
            .AddNonZero("host_mtu", card.Mtu)
            .Add("failover", card.Teaming?.Type == TeamingType.Persistent ? true : null);
    }
}
