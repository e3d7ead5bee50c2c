using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The width of the guest's physical addresses (<c>&lt;maxphysaddr&gt;</c>).</summary>
public sealed class PhysicalAddressWidth
{
    /// <summary>Where it comes from.</summary>
    public PhysicalAddressMode Mode { get; set; }

    /// <summary>Bits.</summary>
    public int? Bits { get; set; }

    internal static PhysicalAddressWidth Parse(Element element) => new()
    {
        Mode = element.RequiredNamed("mode", PhysicalAddressModeNames.Table),
        Bits = element.Int("bits", nonNegative: true),
    };

    internal void Format(XmlOutput output) =>
        output.Start("maxphysaddr").Attribute("mode", Mode.ToXml()).Attribute("bits", (long?)Bits).End();
}
