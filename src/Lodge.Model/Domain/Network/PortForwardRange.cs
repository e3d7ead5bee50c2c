using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A run of forwarded ports.</summary>
public sealed class PortForwardRange
{
    /// <summary>First port on the host.</summary>
    public uint Start { get; set; }

    /// <summary>Last port on the host; 0 for the first alone.</summary>
    public uint End { get; set; }

    /// <summary>First port in the guest; 0 for the same.</summary>
    public uint To { get; set; }

    /// <summary>Whether these are left out instead.</summary>
    public bool? Exclude { get; set; }

    internal static PortForwardRange Parse(Element element) => new()
    {
        Start = element.UInt("start", nonZero: true) ?? 0,
        End = element.UInt("end", nonZero: true) ?? 0,
        To = element.UInt("to", nonZero: true) ?? 0,
        Exclude = element.YesNo("exclude"),
    };

    internal void Format(XmlOutput output)
    {
        output.Start("range");
        if (Start != 0)
        {
            output.Attribute("start", (ulong?)Start).AttributeUnlessZero("end", End).AttributeUnlessZero("to", To);
        }

        output.YesNo("exclude", Exclude).EndUnlessEmpty();
    }
}
