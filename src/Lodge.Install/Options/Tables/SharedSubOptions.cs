namespace Lodge.Install.Options.Tables;

/// <summary>What many options take.</summary>
internal static class SharedSubOptions
{
    /// <summary>Takes out what is there first (<c>virt-xml --edit</c>).</summary>
    public static SubOption ClearXml { get; } = new("clearxml", Takes: Takes.Switch);

    /// <summary>Changes of the XML by path, whatever the option knows.</summary>
    public static SubOption[] Paths { get; } =
    [
        new("xpath[0-9]*.delete", Takes: Takes.Commas),
        new("xpath[0-9]*.set", Takes: Takes.Commas),
        new("xpath[0-9]*.create", Takes: Takes.Commas),
        new("xpath[0-9]*.value", Takes: Takes.Commas),
    ];

    /// <summary>Where a device is plugged in, and its name.</summary>
    public static SubOption[] Address { get; } =
    [
        new("address.type", "address/@type"),
        new("address.domain", "address/@domain", Form.Whole),
        new("address.bus", "address/@bus", Form.Whole),
        new("address.slot", "address/@slot", Form.Whole),
        new("address.multifunction", "address/@multifunction", Form.OnOff, Takes.Switch),
        new("address.function", "address/@function", Form.Whole),
        new("address.controller", "address/@controller", Form.Whole),
        new("address.unit", "address/@unit", Form.Whole),
        new("address.port", "address/@port", Form.Whole),
        new("address.target", "address/@target", Form.Whole),
        new("address.reg", "address/@reg"),
        new("address.cssid", "address/@cssid"),
        new("address.ssid", "address/@ssid"),
        new("address.devno", "address/@devno"),
        new("address.iobase", "address/@iobase"),
        new("address.irq", "address/@irq"),
        new("address.base", "address/@base"),
        new("address.zpci.uid", "address/zpci/@uid"),
        new("address.zpci.fid", "address/zpci/@fid"),
        new("alias.name", "alias/@name"),
    ];

    /// <summary>How a virtio device works.</summary>
    public static SubOption[] Virtio { get; } =
    [
        new("driver.ats", "driver/@ats", Form.OnOff, Takes.Switch),
        new("driver.iommu", "driver/@iommu", Form.OnOff, Takes.Switch),
        new("driver.packed", "driver/@packed", Form.OnOff, Takes.Switch),
        new("driver.page_per_vq", "driver/@page_per_vq", Form.OnOff, Takes.Switch),
    ];
}
