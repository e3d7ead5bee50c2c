using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>The place where one guest's interface is connected to a network (<c>&lt;networkport&gt;</c>).</summary>
/// <remarks>https://libvirt.org/formatnetworkport.html</remarks>
public sealed record NetworkPort
{
    /// <summary>Its UUID.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>The name of the guest.</summary>
    public required string OwnerName { get; init; }

    /// <summary>The UUID of the guest.</summary>
    public required Guid OwnerUuid { get; init; }

    /// <summary>The port group that was chosen.</summary>
    public string? Group { get; init; }

    /// <summary>The interface's hardware address.</summary>
    public required MacAddress Mac { get; init; }

    /// <summary>The virtual switch port.</summary>
    public VirtualPort? VirtualPort { get; init; }

    /// <summary>The limits.</summary>
    public Bandwidth? Bandwidth { get; init; }

    /// <summary>The class of traffic on the bridge that its floor has; 0 for none.</summary>
    public uint ClassId { get; init; }

    /// <summary>The VLANs.</summary>
    public VlanTags? Vlan { get; init; }

    /// <summary>Whether it sees no other isolated port.</summary>
    public bool? IsIsolated { get; init; }

    /// <summary>Whether the guest's filters are believed on the host.</summary>
    public bool? TrustGuestRxFilters { get; init; }

    /// <summary>What it is plugged into; null for nothing yet.</summary>
    public NetworkPlug? Plug { get; init; }

    /// <summary>Reads a port.</summary>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static NetworkPort Parse(string xml)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_NETWORK, source: "networkport_definition");
        return root.Name == "networkport"
            ? Parse(root)
            : throw XmlError.Here($"expecting root element of 'networkport', not '{root.Name}'");
    }

    /// <summary>Writes it.</summary>
    public string Format()
    {
        var output = new XmlOutput();
        output.Start("networkport").Text("uuid", UuidText.Format(Uuid));
        output.Start("owner").Text("name", OwnerName).Text("uuid", UuidText.Format(OwnerUuid)).End();
        output.Text("group", Group);
        output.Start("mac").Attribute("address", Mac.ToString()).End();
        VirtualPort?.Format(output);
        Bandwidth?.Format(output, ClassId);
        Vlan?.Format(output);
        if (IsIsolated is not null) output.Start("port").YesNo("isolated", IsIsolated).End();
        if (TrustGuestRxFilters is not null)
        {
            output.Start("rxfilters").YesNo("trustGuest", TrustGuestRxFilters).End();
        }

        Plug?.Format(output);
        return output.End().ToString();
    }

    private static NetworkPort Parse(Element element)
    {
        var owner = element.Child("owner");
        var uuid = ReadUuid(element.ChildText("uuid") ?? throw NetworkError.Internal("network port has no uuid"));
        var name = owner?.ChildText("name") ?? throw NetworkError.Internal("network port has no owner name");
        var ownerUuid = ReadUuid(
            owner.ChildText("uuid") ?? throw NetworkError.Internal("network port has no owner UUID"));
        var mac = element.ChildAttribute("mac", "address") ?? throw NetworkError.Internal("network port has no mac");
        var limits = element.Child("bandwidth");
        return new NetworkPort
        {
            Uuid = uuid,
            OwnerName = name,
            OwnerUuid = ownerUuid,
            Group = element.ChildText("group"),
            Mac = MacAddress.TryParse(mac, out var address)
                ? address
                : throw NetworkError.Internal($"Unable to parse MAC '{mac}'"),
            VirtualPort = element.Child("virtualport") is { } port
                ? VirtualPort.Parse(port, complete: false, generate: false)
                : null,
            Bandwidth = limits is null ? null : Bandwidth.Parse(limits, allowFloor: true, allowClass: true),
            ClassId = limits?.UInt("classID") ?? 0,
            Vlan = element.Child("vlan") is { } vlan ? VlanTags.Parse(vlan) : null,
            IsIsolated = element.Child("port")?.YesNo("isolated"),
            TrustGuestRxFilters = element.Child("rxfilters")?.YesNo("trustGuest"),
            Plug = NetworkPlug.Parse(element.Child("plug")),
        };

        static Guid ReadUuid(string text) => UuidText.TryParse(text, out var value)
            ? value
            : throw NetworkError.Internal($"Unable to parse UUID '{text}'");
    }
}
