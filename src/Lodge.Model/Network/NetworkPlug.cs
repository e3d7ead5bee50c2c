using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>What a port of a network really is on the host (<c>&lt;plug&gt;</c>).</summary>
public sealed record NetworkPlug
{
    /// <summary>The kind.</summary>
    public required PlugType Type { get; init; }

    /// <summary>The bridge of a plug into one.</summary>
    public string? Bridge { get; init; }

    /// <summary>Who keeps that bridge's address table.</summary>
    public MacTableOwner MacTableOwner { get; init; }

    /// <summary>The link of a direct plug.</summary>
    public string? Device { get; init; }

    /// <summary>How a direct plug forwards.</summary>
    public MacvtapMode Mode { get; init; }

    /// <summary>The PCI device that is plugged.</summary>
    public PciAddress? Pci { get; init; }

    /// <summary>Whether it is taken from the host's driver.</summary>
    public bool? Managed { get; init; }

    /// <summary>What drives it.</summary>
    public ForwardDriver Driver { get; init; }

    internal static NetworkPlug? Parse(Element? element)
    {
        var type = element?.Named("type", PlugTypeNames.Table) ?? PlugType.None;
        return type switch
        {
            PlugType.Network or PlugType.Bridge => ParseBridge(type, element!),
            PlugType.Direct => ParseDirect(element!),
            PlugType.HostdevPci => ParseHostdev(element!),
            _ => null,
        };
    }

    internal void Format(XmlOutput output)
    {
        output.Start("plug").Attribute("type", PlugTypeNames.Table[Type]);
        switch (Type)
        {
            case PlugType.Network or PlugType.Bridge:
                output.Attribute("bridge", Bridge)
                    .Named("macTableManager", MacTableOwner, MacTableOwnerNames.Table);
                break;
            case PlugType.Direct:
                output.Attribute("dev", Device).Attribute("mode", Mode.ToXml());
                break;
            case PlugType.HostdevPci:
                output.YesNo("managed", Managed);
                if (Driver != ForwardDriver.Default)
                {
                    output.Start("driver").Attribute("name", ForwardDriverNames.Table[Driver]).End();
                }

                PciAddress.FormatSource(output, Pci!, withType: false);
                break;
        }

        output.End();
    }

    private static NetworkPlug ParseBridge(PlugType type, Element element)
    {
        var owner = MacTableOwner.Default;
        if (element.Attribute("macTableManager") is { } word
            && (!MacTableOwnerNames.Table.TryParse(word, out owner) || owner == MacTableOwner.Default))
        {
            throw NetworkError.Xml($"Invalid macTableManager setting '{word}' in network port");
        }

        return new NetworkPlug
        {
            Type = type,
            Bridge = element.Attribute("bridge") ?? throw NetworkError.Xml("Missing network port bridge name"),
            MacTableOwner = owner,
        };
    }

    private static NetworkPlug ParseDirect(Element element) => new()
    {
        Type = PlugType.Direct,
        Device = element.Attribute("dev") ?? throw NetworkError.Xml("Missing network port link device name"),
        Mode = element.Attribute("mode") is not { } word ? default
            : MacvtapModeNames.Table.TryParse(word, out var mode) ? mode
            : throw NetworkError.Xml($"Invalid mode setting '{word}' in network port"),
    };

    private static NetworkPlug ParseHostdev(Element element)
    {
        var driver = ForwardDriver.Default;
        if (element.ChildAttribute("driver", "name") is { } word
            && (!ForwardDriverNames.Table.TryParse(word, out driver) || driver == ForwardDriver.Default))
        {
            throw NetworkError.Xml("Missing network port driver name");
        }

        return new NetworkPlug
        {
            Type = PlugType.HostdevPci,
            Managed = element.YesNo("managed"),
            Driver = driver,
            Pci = element.Child("address") is { } address
                ? PciAddress.Read(address)
                : throw NetworkError.Xml("Missing network port PCI address"),
        };
    }
}
