using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A network interface.</summary>
public sealed record NetCapability : NodeDeviceCapability
{
    /// <summary>Its name.</summary>
    public required string Interface { get; init; }

    /// <summary>Its hardware address.</summary>
    public string? Address { get; init; }

    /// <summary>Its state in the words of RFC 2863: <c>up</c>, <c>down</c>, <c>unknown</c> …</summary>
    public required string State { get; init; }

    /// <summary>Megabits a second; 0 where it does not say.</summary>
    public uint Speed { get; init; }

    /// <summary>What it does in hardware, in libvirt's order.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Whether it is a wireless one.</summary>
    public bool IsWireless { get; init; }

    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.Net;

    internal override void Format(XmlOutput output)
    {
        output.Text("interface", Interface)
            .Text("address", Address)
            .Start("link").AttributeUnlessZero("speed", Speed).Attribute("state", State).End();
        foreach (var feature in Features)
        {
            output.Start("feature").Attribute("name", feature).End();
        }

        output.Start("capability").Attribute("type", IsWireless ? "80211" : "80203").End();
    }
}
