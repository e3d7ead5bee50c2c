namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--controller</c> takes.</summary>
internal static class ControllerSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        .. SharedSubOptions.Virtio,
        new("type", "@type"),
        new("model", "@model"),
        new("index", "@index", Form.Whole),
        new("maxGrantFrames", "@maxGrantFrames", Form.Whole),
        new("vectors", "@vectors", Form.Whole),
        new("master.startport", "master/@startport", Form.Whole) { Aliases = ["master"] },
        new("driver.iothread", "driver/@iothread", Form.Whole),
        new("driver.queues", "driver/@queues", Form.Whole) { Aliases = ["driver_queues"] },
        new("target.chassisNr", "target/@chassisNr", Form.Whole),
        new("target.chassis", "target/@chassis", Form.Whole),
        new("target.port", "target/@port", Form.Whole),
        new("target.hotplug", "target/@hotplug", Form.OnOff),
        new("target.busNr", "target/@busNr", Form.Whole),
        new("target.index", "target/@index", Form.Whole),
        new("target.node", "target/node", Form.Whole),
        new("address"),
        new("num_pcie_root_ports"),
    ];
}
