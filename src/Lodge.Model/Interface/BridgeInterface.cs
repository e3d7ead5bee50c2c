using Lodge.Model.Xml;

namespace Lodge.Model.Interface;

/// <summary>A bridge of the host.</summary>
public sealed record BridgeInterface : InterfaceDefinition
{
    /// <summary>Whether it speaks the spanning tree protocol; null where that is decided elsewhere.</summary>
    public bool? SpanningTree { get; init; }

    /// <summary>How long a port listens before it forwards, as the kernel writes it.</summary>
    public string? Delay { get; init; }

    /// <summary>The interfaces that are its ports.</summary>
    public IReadOnlyList<InterfaceDefinition> Ports { get; init; } = [];

    /// <inheritdoc/>
    public override string Type => "bridge";

    private protected override void FormatLink(XmlOutput output)
    {
    }

    private protected override void FormatKind(XmlOutput output)
    {
        output.Start("bridge").OnOff("stp", SpanningTree).Attribute("delay", Delay);
        foreach (var port in Ports)
        {
            port.Format(output, isWhole: false);
        }

        output.EndLong();
    }
}
