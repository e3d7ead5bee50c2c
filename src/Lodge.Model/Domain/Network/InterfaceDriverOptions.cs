using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the host drives a virtio interface.</summary>
public sealed class InterfaceDriverOptions
{
    private static readonly string[] HostNames = ["csum", "gso", "tso4", "tso6", "ecn", "ufo", "mrg_rxbuf"];
    private static readonly string[] GuestNames = ["csum", "tso4", "tso6", "ecn", "ufo"];

    /// <summary>The back-end.</summary>
    public InterfaceDriver Name { get; set; }

    /// <summary>How it transmits.</summary>
    public TransmitMode TransmitMode { get; set; }

    /// <summary>Whether requests are handled outside of the virtual CPU's thread.</summary>
    public bool? IoEventFd { get; set; }

    /// <summary>Whether interrupts are thinned out.</summary>
    public bool? EventIndex { get; set; }

    /// <summary>Pairs of queues; 0 for one.</summary>
    public uint Queues { get; set; }

    /// <summary>Entries of a receive queue; 0 for QEMU's own.</summary>
    public uint ReceiveQueueSize { get; set; }

    /// <summary>Entries of a transmit queue; 0 for QEMU's own.</summary>
    public uint TransmitQueueSize { get; set; }

    /// <summary>Whether packets are spread over queues in the device.</summary>
    public bool? Rss { get; set; }

    /// <summary>Whether the hash of a packet is reported.</summary>
    public bool? RssHashReport { get; set; }

    /// <summary>Offloads of the host, by name.</summary>
    public SortedList<string, bool> HostOffloads { get; } = new(StringComparer.Ordinal);

    /// <summary>Offloads of the guest, by name.</summary>
    public SortedList<string, bool> GuestOffloads { get; } = new(StringComparer.Ordinal);

    internal static InterfaceDriverOptions Parse(Element driver)
    {
        var options = new InterfaceDriverOptions
        {
            Name = driver.Named("name", InterfaceDriverNames.Table, nonZero: true),
            TransmitMode = driver.Named("txmode", TransmitModeNames.Table, nonZero: true),
            IoEventFd = driver.OnOff("ioeventfd"),
            EventIndex = driver.OnOff("event_idx"),
            Queues = driver.UInt("queues") is { } queues and not 1 ? queues : 0,
            ReceiveQueueSize = driver.UInt("rx_queue_size") ?? 0,
            TransmitQueueSize = driver.UInt("tx_queue_size") ?? 0,
            Rss = driver.OnOff("rss"),
            RssHashReport = driver.OnOff("rss_hash_report"),
        };
        ParseOffloads(driver.Child("host"), HostNames, options.HostOffloads);
        ParseOffloads(driver.Child("guest"), GuestNames, options.GuestOffloads);
        return options;
    }

    internal void FormatAttributes(XmlOutput output) => output
        .Named("name", Name, InterfaceDriverNames.Table).Named("txmode", TransmitMode, TransmitModeNames.Table)
        .OnOff("ioeventfd", IoEventFd).OnOff("event_idx", EventIndex).AttributeUnlessZero("queues", Queues)
        .AttributeUnlessZero("rx_queue_size", ReceiveQueueSize).AttributeUnlessZero("tx_queue_size", TransmitQueueSize)
        .OnOff("rss", Rss).OnOff("rss_hash_report", RssHashReport);

    internal void FormatChildren(XmlOutput output)
    {
        FormatOffloads(output, "host", HostNames, HostOffloads);
        FormatOffloads(output, "guest", GuestNames, GuestOffloads);
    }

    private static void ParseOffloads(Element? element, string[] names, SortedList<string, bool> offloads)
    {
        foreach (var name in names)
        {
            if (element?.OnOff(name) is { } value)
            {
                offloads[name] = value;
            }
        }
    }

    private static void FormatOffloads(
        XmlOutput output, string element, string[] names, SortedList<string, bool> offloads)
    {
        output.Start(element);
        foreach (var name in names)
        {
            output.OnOff(name, offloads.TryGetValue(name, out var value) ? value : null);
        }

        output.EndUnlessEmpty();
    }
}
