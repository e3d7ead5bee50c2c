using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A register of the virtual bus of pSeries machines.</summary>
public sealed record SpaprVioAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.SpaprVio;

    /// <summary>The register, or null where none is chosen yet.</summary>
    public ulong? Register { get; init; }

    internal static SpaprVioAddress Read(Element element) => new() { Register = element.ULong("reg", 16) };

    private protected override void FormatAttributes(XmlOutput output)
    {
        if (Register is { } register)
        {
            output.Hexadecimal("reg", register, 8);
        }
    }
}
