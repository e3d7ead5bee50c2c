namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--iommu</c> takes.</summary>
internal static class IommuSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("model", "@model"),
        new("driver.aw_bits", "driver/@aw_bits", Form.Whole),
        new("driver.intremap", "driver/@intremap", Form.OnOff, Takes.Switch),
        new("driver.caching_mode", "driver/@caching_mode", Form.OnOff, Takes.Switch),
        new("driver.eim", "driver/@eim", Form.OnOff, Takes.Switch),
        new("driver.iotlb", "driver/@iotlb", Form.OnOff, Takes.Switch),
    ];
}
