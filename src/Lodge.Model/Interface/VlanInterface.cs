using Lodge.Model.Xml;

namespace Lodge.Model.Interface;

/// <summary>One tagged part of another interface of the host.</summary>
public sealed record VlanInterface : InterfaceDefinition
{
    /// <summary>The tag.</summary>
    public required string Tag { get; init; }

    /// <summary>The interface it is a part of.</summary>
    public required string Device { get; init; }

    /// <inheritdoc/>
    public override string Type => "vlan";

    private protected override void FormatKind(XmlOutput output) => output.Start("vlan").Attribute("tag", Tag)
        .Start("interface").Attribute("name", Device).End()
        .End();
}
