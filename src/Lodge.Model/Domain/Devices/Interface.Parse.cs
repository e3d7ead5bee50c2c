using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A network interface, read.</summary>
public sealed partial class Interface
{
    private static readonly string[] KnownModels =
    [
        "netfront", "rtl8139", "virtio", "e1000", "e1000e", "virtio-transitional", "virtio-non-transitional", "usb-net",
        "spapr-vlan", "lan9118", "scm91c111", "vlance", "vmxnet", "vmxnet2", "vmxnet3", "Am79C970A", "Am79C973",
        "82540EM", "82545EM", "82543GC",
    ];

    internal static Interface Parse(Element element, DomainXmlParseOptions options)
    {
        var result = new Interface
        {
            Type = element.Named("type", InterfaceTypeNames.Table, InterfaceType.User),
            TrustGuestRxFilters = element.YesNo("trustGuestRxFilters"),
            Model = KnownModel(element.ChildAttribute("model", "type")),
        };
        result.Source = InterfaceSource.Parse(element, result, options);
        if (options.ActualNetwork && result.Type == InterfaceType.Network && element.Child("actual") is { } actual)
        {
            result.Actual = ActualInterface.Parse(actual, options);
        }

        result.ParseNetwork(element);
        result.ParseMac(element.Child("mac"));
        result.ParseInfo(element, options, boot: true, rom: true);
        result.GuestIp = IpConfiguration.Parse(element, "guest interface");
        foreach (var forward in element.All("portForward"))
        {
            result.PortForwards.Add(PortForward.Parse(forward));
        }

        if (options.Inactive && result.TargetManaged != false && IsGenerated(result.TargetDevice))
        {
            result.TargetDevice = null;
        }

        result.ParseDriver(element);
        result.ParseRest(element);
        return result;
    }

    private void ParseNetwork(Element element)
    {
        if (element.Child("virtualport") is { } port)
        {
            VirtualPort = Type switch
            {
                InterfaceType.Network => VirtualPort.Parse(port, complete: false, generate: true),
                InterfaceType.Bridge or InterfaceType.Direct or InterfaceType.Hostdev =>
                    VirtualPort.Parse(port, complete: true, generate: true),
                _ => throw XmlError.Unsupported(
                    $"<virtualport> element unsupported for <interface type='{Type.ToXml()}'>"),
            };
        }

        TargetDevice = element.Child("target")?.Attribute("dev");
        TargetManaged = element.Child("target")?.YesNo("managed");
        GuestDevice = element.ChildAttribute("guest", "dev");
        GuestDeviceActual = element.ChildAttribute("guest", "actual");
        Script = element.ChildAttribute("script", "path");
        DownScript = element.ChildAttribute("downscript", "path");
        BackendDomain = element.ChildAttribute("backenddomain", "name");
        if (Type is InterfaceType.Network or InterfaceType.Bridge or InterfaceType.Ethernet)
        {
            Filter = FilterReference.Parse(element.Child("filterref"));
        }

        Bandwidth = element.Child("bandwidth") is { } bandwidth
            ? Bandwidth.Parse(bandwidth, Type == InterfaceType.Network)
            : null;
        Vlan = element.Child("vlan") is { } vlan ? VlanTags.Parse(vlan) : null;
    }

    private void ParseMac(Element? mac)
    {
        if (mac?.Attribute("address") is { } text)
        {
            Mac = MacAddress.TryParse(text, out var address)
                ? address
                : throw XmlError.Domain($"unable to parse mac address '{text}'");
            if (Mac.IsMulticast)
            {
                throw XmlError.Domain($"expected unicast mac address, found multicast '{text}'");
            }
        }
        else
        {
            (Mac, MacGenerated) = (MacAddress.Generate(), true);
        }

        MacType = mac?.Named("type", MacTypeNames.Table, nonZero: true) ?? default;
        MacCheck = mac?.YesNo("check");
    }

    private void ParseDriver(Element element)
    {
        if (element.Child("driver") is { } driver)
        {
            Virtio = VirtioOptions.Parse(driver);
            if (Type != InterfaceType.Hostdev && IsVirtio)
            {
                Driver = InterfaceDriverOptions.Parse(driver);
            }
        }

        if (element.Child("backend") is { } backend)
        {
            Backend = InterfaceBackendOptions.Parse(backend);
            if (Type == InterfaceType.Hostdev || !IsVirtio)
            {
                Backend.Vhost = null;
            }
        }
    }

    private void ParseRest(Element element)
    {
        if (element.ChildAttribute("link", "state") is { } word)
        {
            Link = LinkStateNames.Table.TryParse(word, out var state) && state != LinkState.Default
                ? state
                : throw XmlError.Unsupported($"unknown interface link state '{word}'");
        }

        Teaming = Teaming.Parse(element.Child("teaming"));
        SendBuffer = element.Child("tune")?.ChildULong("sndbuf", "sndbuf must be a positive integer");
        if (element.ChildAttribute("mtu", "size") is { } size)
        {
            Mtu = Numbers.TryUInt(size, 10, out var mtu) ? mtu : throw XmlError.Domain("malformed mtu size");
        }

        if (element.Child("coalesce", "rx")?.ChildAttribute("frames", "max") is { } frames)
        {
            CoalesceFrames = Numbers.TryULong(frames, 10, out var count)
                ? count <= uint.MaxValue ? (uint)count : throw XmlError.Domain(VirErrorNumber.VIR_ERR_OVERFLOW,
                    $"value '{count}' is too big for coalesce parameter, maximum is '{uint.MaxValue}'")
                : throw XmlError.Domain(
                    VirErrorNumber.VIR_ERR_XML_DETAIL, $"cannot parse value '{frames}' for coalesce parameter");
        }

        Isolated = element.Child("port")?.YesNo("isolated");
    }

    /// <summary>A card's name in the case that libvirt writes, whatever case it was written in.</summary>
    private static string? KnownModel(string? model) => model is null ? null
        : Array.Find(KnownModels, known => known.Equals(model, StringComparison.OrdinalIgnoreCase))
        ?? (model.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            ? model
            : throw XmlError.Domain(VirErrorNumber.VIR_ERR_INVALID_ARG, "Model name contains invalid characters"));
}
