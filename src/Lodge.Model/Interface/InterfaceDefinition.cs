using Lodge.Model.Xml;

namespace Lodge.Model.Interface;

/// <summary>A network interface of the host as it is now (<c>&lt;interface&gt;</c>).</summary>
/// <remarks>https://libvirt.org/formatnode.html and libvirt's <c>interface.rng</c>.</remarks>
public record InterfaceDefinition
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its hardware address.</summary>
    public string? Mac { get; init; }

    /// <summary>The largest packet it carries, in bytes.</summary>
    public uint Mtu { get; init; }

    /// <summary>Its state in the words of RFC 2863: <c>up</c>, <c>down</c>, <c>unknown</c> …</summary>
    public required string State { get; init; }

    /// <summary>Megabits a second; 0 where it does not say.</summary>
    public uint Speed { get; init; }

    /// <summary>What it is: <c>ethernet</c>, <c>bridge</c>, <c>bond</c> or <c>vlan</c>.</summary>
    public virtual string Type => "ethernet";

    /// <summary>Writes it as libvirt does.</summary>
    public string ToXml()
    {
        var output = new XmlOutput();
        Format(output, isWhole: true);
        return output.ToString();
    }

    internal void Format(XmlOutput output, bool isWhole)
    {
        output.Start("interface").Attribute("type", Type).Attribute("name", Name);
        if (isWhole && Mtu > 0)
        {
            output.Start("mtu").Attribute("size", (long?)Mtu).End();
        }

        FormatLink(output);
        FormatKind(output);
        output.EndLong();
    }

    /// <summary>Writes state and speed; a bridge has none of its own.</summary>
    private protected virtual void FormatLink(XmlOutput output) => output.Start("link")
        .AttributeUnlessZero("speed", Speed)
        .Attribute("state", State)
        .End();

    /// <summary>Writes what only its type has.</summary>
    private protected virtual void FormatKind(XmlOutput output)
    {
        if (Mac is { } mac)
        {
            output.Start("mac").Attribute("address", mac).End();
        }
    }
}
