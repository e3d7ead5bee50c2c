namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--network</c> takes.</summary>
internal static class NetworkSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("boot.order", "boot/@order", Form.Whole) { Aliases = ["boot_order"] },
        new("boot.loadparm", "boot/@loadparm"),
        .. SharedSubOptions.Virtio,
        new("model", "model/@type"),
        new("mac", "mac/@address"),
        new("network"),
        new("bridge"),
        new("type", "@type"),
        new("trustGuestRxFilters", "@trustGuestRxFilters", Form.YesNo, Takes.Switch),
        new("source"),
        new("source.mode", "source/@mode") { Aliases = ["source_mode"] },
        new("source.type", "source/@type") { Aliases = ["source_type"] },
        new("source.path", "source/@path") { Aliases = ["source_path"] },
        new("source.portgroup", "source/@portgroup") { Aliases = ["portgroup"] },
        new("target.dev", "target/@dev") { Aliases = ["target"] },
        new("model.type", "model/@type") { Aliases = ["model"] },
        new("mac.address", "mac/@address") { Aliases = ["mac"] },
        new("filterref.filter", "filterref/@filter") { Aliases = ["filterref"] },
        new("link.state", "link/@state") { Aliases = ["link_state"] },
        new("driver.name", "driver/@name") { Aliases = ["driver_name"] },
        new("driver.queues", "driver/@queues", Form.Whole) { Aliases = ["driver_queues"] },
        new("rom.file", "rom/@file") { Aliases = ["rom_file"] },
        new("rom.bar", "rom/@bar", Form.OnOff, Takes.Switch) { Aliases = ["rom_bar"] },
        new("mtu.size", "mtu/@size", Form.Whole),
        new("virtualport.type", "virtualport/@type") { Aliases = ["virtualport_type"] },
        new("virtualport.parameters.managerid", "virtualport/parameters/@managerid", Form.Whole)
        {
            Aliases = ["virtualport_managerid"]
        },
        new("virtualport.parameters.typeid", "virtualport/parameters/@typeid", Form.Whole)
        {
            Aliases = ["virtualport_typeid"]
        },
        new("virtualport.parameters.typeidversion", "virtualport/parameters/@typeidversion", Form.Whole)
        {
            Aliases = ["virtualport_typeidversion"]
        },
        new("virtualport.parameters.instanceid", "virtualport/parameters/@instanceid")
        {
            Aliases = ["virtualport_instanceid"]
        },
        new("virtualport.parameters.profileid", "virtualport/parameters/@profileid")
        {
            Aliases = ["virtualport_profileid"]
        },
        new("virtualport.parameters.interfaceid", "virtualport/parameters/@interfaceid")
        {
            Aliases = ["virtualport_interfaceid"]
        },
    ];
}
