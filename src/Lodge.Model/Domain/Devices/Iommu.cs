using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>An IOMMU (<c>&lt;iommu&gt;</c>).</summary>
public sealed class Iommu : Device
{
    /// <summary>The kind of device.</summary>
    public IommuModel Model { get; set; }

    /// <summary>Whether interrupts are remapped.</summary>
    public bool? InterruptRemapping { get; set; }

    /// <summary>Whether devices of the host can be behind it.</summary>
    public bool? CachingMode { get; set; }

    /// <summary>Whether more than 255 CPUs can be reached.</summary>
    public bool? ExtendedInterrupts { get; set; }

    /// <summary>Whether devices cache translations.</summary>
    public bool? DeviceTlb { get; set; }

    /// <summary>Bits of an address; 0 for QEMU's own.</summary>
    public uint AddressWidth { get; set; }

    internal static Iommu Parse(Element element, DomainXmlParseOptions options)
    {
        var driver = element.Child("driver");
        var iommu = new Iommu
        {
            Model = element.RequiredNamed("model", IommuModelNames.Table),
            InterruptRemapping = driver?.OnOff("intremap"),
            CachingMode = driver?.OnOff("caching_mode"),
            DeviceTlb = driver?.OnOff("iotlb"),
            ExtendedInterrupts = driver?.OnOff("eim"),
            AddressWidth = driver?.UInt("aw_bits") ?? 0,
        };
        iommu.ParseInfo(element, options);
        return iommu;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("iommu").Attribute("model", Model.ToXml());
        output.Start("driver").OnOff("intremap", InterruptRemapping).OnOff("caching_mode", CachingMode)
            .OnOff("eim", ExtendedInterrupts).OnOff("iotlb", DeviceTlb).AttributeUnlessZero("aw_bits", AddressWidth)
            .EndUnlessEmpty();
        FormatInfo(output);
        output.End();
    }
}
