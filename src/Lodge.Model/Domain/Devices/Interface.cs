using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A network interface (<c>&lt;interface&gt;</c>).</summary>
public sealed partial class Interface : Device
{
    /// <summary>What it is connected to.</summary>
    public InterfaceType Type { get; set; }

    /// <summary>The other end.</summary>
    public InterfaceSource Source { get; set; } = new();

    /// <summary>What the network gave to it, of a running guest.</summary>
    public ActualInterface? Actual { get; set; }

    /// <summary>Whether the guest's filters are believed on the host.</summary>
    public bool? TrustGuestRxFilters { get; set; }

    /// <summary>Hardware address.</summary>
    public MacAddress Mac { get; set; }

    /// <summary>Whether the address was made up while reading.</summary>
    public bool MacGenerated { get; set; }

    /// <summary>Where the address comes from (VMware).</summary>
    public MacType MacType { get; set; }

    /// <summary>Whether the address is checked (VMware).</summary>
    public bool? MacCheck { get; set; }

    /// <summary>The hardware that the guest sees, as QEMU names it; null where none is chosen.</summary>
    public string? Model { get; set; }

    /// <summary>The host's interface for it.</summary>
    public string? TargetDevice { get; set; }

    /// <summary>Whether the daemon makes that interface.</summary>
    public bool? TargetManaged { get; set; }

    /// <summary>The interface's name in a container.</summary>
    public string? GuestDevice { get; set; }

    /// <summary>That name, of a running container.</summary>
    public string? GuestDeviceActual { get; set; }

    /// <summary>A script that connects it.</summary>
    public string? Script { get; set; }

    /// <summary>A script that disconnects it.</summary>
    public string? DownScript { get; set; }

    /// <summary>Xen's domain that drives it.</summary>
    public string? BackendDomain { get; set; }

    /// <summary>Its packet filter.</summary>
    public FilterReference? Filter { get; set; }

    /// <summary>Its limits.</summary>
    public Bandwidth? Bandwidth { get; set; }

    /// <summary>Its VLANs.</summary>
    public VlanTags? Vlan { get; set; }

    /// <summary>Its virtual switch port.</summary>
    public VirtualPort? VirtualPort { get; set; }

    /// <summary>Whether it sees no other isolated port of the bridge.</summary>
    public bool? Isolated { get; set; }

    /// <summary>Addresses in the guest.</summary>
    public IpConfiguration? GuestIp { get; set; }

    /// <summary>Ports of the host that lead here.</summary>
    public List<PortForward> PortForwards { get; } = [];

    /// <summary>How the host drives it.</summary>
    public InterfaceDriverOptions Driver { get; set; } = new();

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    /// <summary>What serves it.</summary>
    public InterfaceBackendOptions Backend { get; set; } = new();

    /// <summary>Its part in a team.</summary>
    public Teaming? Teaming { get; set; }

    /// <summary>Bytes of the host's send buffer.</summary>
    public ulong? SendBuffer { get; set; }

    /// <summary>Whether the cable is in.</summary>
    public LinkState Link { get; set; }

    /// <summary>Largest packet; 0 for the usual one.</summary>
    public uint Mtu { get; set; }

    /// <summary>Frames received for one interrupt; 0 for the usual number.</summary>
    public uint CoalesceFrames { get; set; }

    /// <summary>What it is connected to, once its network has said so.</summary>
    public InterfaceType ActualType => Type == InterfaceType.Network && Actual is not null ? Actual.Type : Type;

    /// <summary>Whether it is a virtio interface.</summary>
    public bool IsVirtio => Model is "virtio" or "virtio-transitional" or "virtio-non-transitional";

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        var shown = !options.Inactive && !options.ActualNetwork && !options.Migratable ? Actual : null;
        var hostdev = shown is null ? Source.Hostdev : shown.Source.Hostdev;
        output.Start("interface").Attribute("type", (shown?.Type ?? Type).ToXml())
            .Attribute("managed", hostdev is { Managed: true } ? "yes" : null)
            .YesNo("trustGuestRxFilters", TrustGuestRxFilters);
        output.Start("mac").Attribute("address", Mac.ToString())
            .Named("type", MacType, MacTypeNames.Table).YesNo("check", MacCheck).End();
        if (shown is not null)
        {
            shown.FormatContent(output, this, options, inside: false);
        }
        else
        {
            Source.Format(output, Type, options, Backend);
            Vlan?.Format(output);
            VirtualPort?.Format(output);
            Bandwidth?.Format(output);
            FormatIsolated(output, Isolated);
            if (options.ActualNetwork && Type == InterfaceType.Network)
            {
                Actual?.Format(output, this, options);
            }
        }

        GuestIp?.Format(output);
        PortForwards.ForEach(forward => forward.Format(output));
        output.Start("script").Attribute("path", Script).EndUnlessEmpty();
        output.Start("downscript").Attribute("path", DownScript).EndUnlessEmpty();
        output.Start("backenddomain").Attribute("name", BackendDomain).EndUnlessEmpty();
        var generated = options.Inactive && TargetManaged != false && IsGenerated(TargetDevice);
        output.Start("target").Attribute("dev", generated ? null : TargetDevice).YesNo("managed", TargetManaged)
            .EndUnlessEmpty();
        output.Start("guest").Attribute("dev", GuestDevice).Attribute("actual", GuestDeviceActual).EndUnlessEmpty();
        FormatModel(output);
        Backend.Format(output);
        Filter?.Format(output);
        output.Start("tune").Text("sndbuf", SendBuffer).EndUnlessEmpty();
        Teaming?.Format(output);
        output.Start("link").Named("state", Link, LinkStateNames.Table).EndUnlessEmpty();
        output.Start("mtu").Attribute("size", Mtu == 0 ? null : (ulong?)Mtu).EndUnlessEmpty();
        if (CoalesceFrames != 0)
        {
            output.Start("coalesce").Start("rx").Start("frames").Attribute("max", (ulong?)CoalesceFrames)
                .End().End().End();
        }

        FormatInfo(output, boot: true, rom: true);
        output.End();
    }

    internal static void FormatIsolated(XmlOutput output, bool? isolated) =>
        output.Start("port").YesNo("isolated", isolated).EndUnlessEmpty();

    private void FormatModel(XmlOutput output)
    {
        if (Model is null)
        {
            return;
        }

        output.Start("model").Attribute("type", Model).End();
        if (IsVirtio)
        {
            output.Start("driver");
            Driver.FormatAttributes(output);
            VirtioOptions.Format(output, Virtio);
            Driver.FormatChildren(output);
            output.EndUnlessEmpty();
        }
    }

    private static bool IsGenerated(string? device) => device is not null
        && (device.StartsWith("vnet", StringComparison.Ordinal)
            || device.StartsWith("macvtap", StringComparison.Ordinal)
            || device.StartsWith("macvlan", StringComparison.Ordinal));
}
