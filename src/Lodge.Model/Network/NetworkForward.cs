using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>The way out of a network (<c>&lt;forward&gt;</c>).</summary>
public sealed record NetworkForward
{
    /// <summary>A network without a way out.</summary>
    public static NetworkForward Isolated { get; } = new();

    /// <summary>The mode.</summary>
    public ForwardMode Mode { get; init; }

    /// <summary>Whether PCI devices are taken from the host's drivers when a guest gets them.</summary>
    public bool Managed { get; init; }

    /// <summary>What drives PCI devices.</summary>
    public ForwardDriver Driver { get; init; }

    /// <summary>The links or PCI devices of the host.</summary>
    public IReadOnlyList<ForwardInterface> Interfaces { get; init; } = [];

    /// <summary>The physical function whose virtual functions are handed out.</summary>
    public string? PhysicalFunction { get; init; }

    /// <summary>How addresses are translated.</summary>
    public NetworkNat? Nat { get; init; }

    /// <summary>The one link that traffic may leave by; null for any.</summary>
    public string? Device => Interfaces.Count > 0 ? Interfaces[0].Device : null;

    internal static NetworkForward Parse(string network, Element element)
    {
        var forward = new NetworkForward
        {
            Mode = element.Attribute("mode") is not { Length: > 0 } mode ? ForwardMode.Nat
                : ForwardModeNames.Table.TryParse(mode, out var known) ? known
                : throw NetworkError.Unsupported($"unknown forwarding type '{mode}'"),
            Managed = string.Equals(element.Attribute("managed"), "yes", StringComparison.OrdinalIgnoreCase),
            Driver = ParseDriver(network, element.ChildAttribute("driver", "name")),
        };
        forward = element.All("nat") switch
        {
            [] => forward,
            [var nat] => forward with { Nat = NetworkNat.Parse(network, nat, forward.Mode) },
            _ => throw NetworkError.Xml(
                $"Only one <nat> element is allowed in <forward> of network {network}"),
        };
        return forward.WithDevices(network, element);
    }

    internal void Format(XmlOutput output, NetworkXmlFormatOptions options)
    {
        if (Mode == ForwardMode.None) return;
        output.Start("forward").Attribute("dev", PhysicalFunction is null ? Device : null)
            .Attribute("mode", Mode.ToXml())
            .Attribute("managed", Mode != ForwardMode.Hostdev ? null : Managed ? "yes" : "no");
        if (Driver != ForwardDriver.Default)
        {
            output.Start("driver").Attribute("name", ForwardDriverNames.Table[Driver]).End();
        }

        Nat?.Format(output);
        if (PhysicalFunction is { } function) output.Start("pf").Attribute("dev", function).End();
        if (PhysicalFunction is null || !options.Inactive) FormatInterfaces(output, options);
        output.End();
    }

    private void FormatInterfaces(XmlOutput output, NetworkXmlFormatOptions options)
    {
        foreach (var item in Interfaces)
        {
            if (item.Pci is { } pci)
            {
                PciAddress.FormatSource(output, pci, withType: true);
                continue;
            }

            var connections = options.Inactive ? 0 : options.ConnectionsOf(item.Device!);
            output.Start("interface").Attribute("dev", item.Device)
                .AttributeUnlessZero("connections", (ulong)connections).End();
        }
    }

    private static ForwardDriver ParseDriver(string network, string? name) =>
        name is null ? ForwardDriver.Default
            : ForwardDriverNames.Table.TryParse(name, out var driver) && driver != ForwardDriver.Default ? driver
            : throw NetworkError.Unsupported($"Unknown forward <driver name='{name}'/> in network {network}");

    private NetworkForward WithDevices(string network, Element element)
    {
        var device = element.Attribute("dev") is { Length: > 0 } named ? named : null;
        var interfaces = element.All("interface");
        var addresses = element.All("address");
        var functions = element.All("pf");
        if (device is not null && (addresses.Count > 0 || functions.Count > 0))
        {
            throw NetworkError.Xml(
                "the <forward> 'dev' attribute cannot be used when "
                + $"<address> or <pf> sub-elements are present in network {network}");
        }

        if (interfaces.Count > 0 || device is not null)
        {
            return this with { Interfaces = ParseInterfaces(network, device, interfaces) };
        }

        if (addresses.Count > 0)
        {
            return this with { Interfaces = ParseAddresses(network, addresses) };
        }

        return functions switch
        {
            [] => this,
            [var function] => this with
            {
                PhysicalFunction = function.Attribute("dev") ?? throw NetworkError.Xml(
                    $"Missing required dev attribute in <pf> element of network '{network}'"),
            },
            _ => throw NetworkError.Xml($"Only one <pf> element is allowed in <forward> of network {network}"),
        };
    }

    private static List<ForwardInterface> ParseInterfaces(string network, string? device, List<Element> elements)
    {
        var found = new List<ForwardInterface>();
        if (device is not null) found.Add(new ForwardInterface(device));
        for (var index = 0; index < elements.Count; index++)
        {
            var name = elements[index].Attribute("dev") ?? throw NetworkError.Xml(
                $"Missing required dev attribute in <forward> <interface> element of network {network}");
            if (index == 0 && device is not null)
            {
                if (name == device) continue;
                throw NetworkError.Xml(
                    $"<forward dev='{device}'> must match first <interface dev='{name}'/> in network {network}");
            }

            if (found.Exists(item => item.Device == name))
            {
                throw NetworkError.Xml($"interface '{name}' can only be listed once in network {network}");
            }

            found.Add(new ForwardInterface(name));
        }

        return found;
    }

    private static List<ForwardInterface> ParseAddresses(string network, List<Element> elements)
    {
        var found = new List<ForwardInterface>();
        foreach (var element in elements)
        {
            var type = element.Attribute("type")
                ?? throw NetworkError.Xml($"missing address type in network {network}");
            if (type is not ("pci" or "none" or "netdev"))
            {
                throw NetworkError.Unsupported($"unknown address type '{type}' in network {network}");
            }

            if (type != "pci") throw NetworkError.Xml($"unsupported address type '{type}' in network {network}");
            var address = PciAddress.Read(element);
            if (found.Exists(item => item.Pci!.IsSamePlace(address)))
            {
                throw NetworkError.Xml($"PCI device '{address}' can only be listed once in network {network}");
            }

            found.Add(new ForwardInterface(null, address));
        }

        return found;
    }
}
