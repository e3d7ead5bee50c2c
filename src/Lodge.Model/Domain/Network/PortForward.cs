using System.Net;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Ports of the host that lead to the guest (<c>&lt;portForward&gt;</c>, of passt).</summary>
public sealed class PortForward
{
    /// <summary>The protocol.</summary>
    public PortProtocol Protocol { get; set; }

    /// <summary>The host's address; null for all.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>The host's interface; null for all.</summary>
    public string? Device { get; set; }

    /// <summary>The ports.</summary>
    public List<PortForwardRange> Ranges { get; } = [];

    internal static PortForward Parse(Element element)
    {
        var forward = new PortForward
        {
            Protocol = element.RequiredNamed("proto", PortProtocolNames.Table, nonZero: true),
            Device = element.Attribute("dev"),
        };
        if (element.Attribute("address") is { } text)
        {
            forward.Address = IPAddress.TryParse(text, out var address)
                ? address
                : throw XmlError.Domain($"Invalid address '{text}' in <portForward>");
        }

        foreach (var range in element.All("range"))
        {
            forward.Ranges.Add(PortForwardRange.Parse(range));
        }

        return forward;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("portForward").Attribute("proto", Protocol.ToXml())
            .Attribute("address", Address?.ToString()).Attribute("dev", Device);
        foreach (var range in Ranges)
        {
            range.Format(output);
        }

        output.End();
    }
}
