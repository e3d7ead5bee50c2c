using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A memory balloon (<c>&lt;memballoon&gt;</c>).</summary>
public sealed class Memballoon : Device
{
    /// <summary>The kind of device; <c>none</c> for no balloon at all.</summary>
    public MemballoonModel Model { get; set; }

    /// <summary>Whether it gives memory back when the guest has none left.</summary>
    public bool? AutoDeflate { get; set; }

    /// <summary>Whether the guest tells of its free pages.</summary>
    public bool? FreePageReporting { get; set; }

    /// <summary>Seconds between statistics; 0 for none.</summary>
    public int StatsPeriod { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    internal static Memballoon Parse(Element element, DomainXmlParseOptions options)
    {
        var balloon = new Memballoon
        {
            Model = element.RequiredNamed("model", MemballoonModelNames.Table),
            AutoDeflate = element.OnOff("autodeflate"),
            FreePageReporting = element.OnOff("freePageReporting"),
            StatsPeriod = Math.Max(element.Child("stats")?.Int("period", 0) ?? 0, 0),
            Virtio = VirtioOptions.Parse(element.Child("driver")),
        };
        if (balloon.Model != MemballoonModel.None)
        {
            balloon.ParseInfo(element, options);
        }

        return balloon;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("memballoon").Attribute("model", Model.ToXml()).OnOff("autodeflate", AutoDeflate)
            .OnOff("freePageReporting", FreePageReporting);
        output.Start("stats").Attribute("period", StatsPeriod == 0 ? null : (long?)StatsPeriod).EndUnlessEmpty();
        FormatInfo(output);
        output.Start("driver");
        VirtioOptions.Format(output, Virtio);
        output.EndUnlessEmpty().End();
    }
}
