using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a virtio device may use (attributes of <c>&lt;driver&gt;</c>).</summary>
public sealed class VirtioOptions
{
    /// <summary>Whether DMA goes through the guest's IOMMU.</summary>
    public bool? Iommu { get; set; }

    /// <summary>Whether address translations may be cached in the device.</summary>
    public bool? Ats { get; set; }

    /// <summary>Whether rings are packed.</summary>
    public bool? Packed { get; set; }

    /// <summary>Whether each queue has a page of its own for its doorbell.</summary>
    public bool? PagePerVirtqueue { get; set; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => (Iommu, Ats, Packed, PagePerVirtqueue) == (null, null, null, null);

    internal static VirtioOptions? Parse(Element? driver)
    {
        if (driver is null)
        {
            return null;
        }

        var options = new VirtioOptions
        {
            Iommu = driver.OnOff("iommu"),
            Ats = driver.OnOff("ats"),
            Packed = driver.OnOff("packed"),
            PagePerVirtqueue = driver.OnOff("page_per_vq"),
        };
        return options.IsEmpty ? null : options;
    }

    internal static void Format(XmlOutput output, VirtioOptions? options)
    {
        if (options is not null)
        {
            output.OnOff("iommu", options.Iommu).OnOff("ats", options.Ats)
                .OnOff("packed", options.Packed).OnOff("page_per_vq", options.PagePerVirtqueue);
        }
    }
}
