using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The host's end of a character device: a pty, a file, a socket …</summary>
public sealed partial class CharacterSource
{
    /// <summary>The kind of end.</summary>
    public CharacterSourceType Type { get; set; } = CharacterSourceType.Pty;

    /// <summary>The path of a pty, device, file, pipe or Unix socket.</summary>
    public string? Path { get; set; }

    /// <summary>Whether a file is appended to.</summary>
    public bool? Append { get; set; }

    /// <summary>Whether a socket waits for its peer, rather than seeking it.</summary>
    public bool Listen { get; set; }

    /// <summary>The host to bind or connect TCP to, or to send UDP to.</summary>
    public string? Host { get; set; }

    /// <summary>The port that goes with the host.</summary>
    public string? Service { get; set; }

    /// <summary>The address to receive UDP on.</summary>
    public string? BindHost { get; set; }

    /// <summary>The port to receive UDP on.</summary>
    public string? BindService { get; set; }

    /// <summary>What is spoken on TCP.</summary>
    public TcpProtocol Protocol { get; set; }

    /// <summary>Whether TCP is encrypted; null leaves it to the daemon's configuration.</summary>
    public bool? Tls { get; set; }

    /// <summary>Whether the daemon's configuration said so.</summary>
    public bool TlsFromConfiguration { get; set; }

    /// <summary>Whether it connects again.</summary>
    public ReconnectPolicy? Reconnect { get; set; }

    /// <summary>The channel's name, of SPICE ports and D-Bus.</summary>
    public string? Channel { get; set; }

    /// <summary>One end of a null modem.</summary>
    public string? Master { get; set; }

    /// <summary>The other end of a null modem.</summary>
    public string? Slave { get; set; }

    /// <summary>Whether QEMU's agent shares the clipboard.</summary>
    public bool? Clipboard { get; set; }

    /// <summary>Who moves the pointer with QEMU's agent.</summary>
    public MouseMode Mouse { get; set; }

    /// <summary>Where everything written is logged.</summary>
    public string? LogFile { get; set; }

    /// <summary>Whether the log is appended to.</summary>
    public bool? LogAppend { get; set; }

    /// <summary>Labels that differ from the domain's.</summary>
    public List<DeviceSecurityLabel> SecurityLabels { get; private set; } = [];

    internal static CharacterSource ParseVhostUserDisk(Element element)
    {
        var type = element.Attribute("type")
            ?? throw XmlError.Domain("missing 'type' attribute for vhostuser disk source");
        if (type != "unix")
        {
            throw XmlError.Domain("invalid 'type' attribute for vhostuser disk source");
        }

        return new()
        {
            Type = CharacterSourceType.Unix,
            Path = element.Attribute("path")
                ?? throw XmlError.Domain("missing 'path' attribute for vhostuser disk source"),
            Reconnect = ReconnectPolicy.Parse(element),
        };
    }

    internal static CharacterSourceType ParseType(
        string? word, string refusal = "unknown type presented to host for character device: ") =>
        word is null ? CharacterSourceType.Pty
        : CharacterSourceTypeNames.Table.TryParse(word, out var type) ? type
        : throw XmlError.Unsupported(refusal + word);

    /// <summary>Reads the parts inside a device's element.</summary>
    internal void Parse(Element element, DomainXmlParseOptions options, bool labels)
    {
        var sources = element.All("source");
        if (sources.Count > 1 && Type != CharacterSourceType.Udp)
        {
            throw XmlError.Domain("only one source element is allowed for character device");
        }

        if (sources.Count > 2)
        {
            throw XmlError.Domain("only two source elements are allowed for character device");
        }

        foreach (var source in sources)
        {
            ParseSource(source, options);
        }

        if (labels && sources.Count > 0)
        {
            SecurityLabels = DeviceSecurityLabel.ParseAll(sources[0], options);
        }

        var (logs, protocols) = (element.All("log"), element.All("protocol"));
        if (logs.Count > 1 || protocols.Count > 1)
        {
            throw XmlError.Domain(
                $"only one {(logs.Count > 1 ? "log" : "protocol")} element is allowed for character device");
        }

        if (logs.Count == 1)
        {
            (LogFile, LogAppend) = (logs[0].Attribute("file"), logs[0].OnOff("append"));
        }

        if (protocols.Count == 1 && Type == CharacterSourceType.Tcp && protocols[0].Attribute("type") is { } word)
        {
            Protocol = TcpProtocolNames.Table.TryParse(word, out var protocol)
                ? protocol
                : throw XmlError.Unsupported($"Unknown protocol '{word}'");
        }
    }

    private void ParseSource(Element source, DomainXmlParseOptions options)
    {
        switch (Type)
        {
            case CharacterSourceType.File:
                (Path, Append) = (source.Attribute("path"), source.OnOff("append"));
                break;
            case CharacterSourceType.Pty when !options.Inactive:
            case CharacterSourceType.Dev or CharacterSourceType.Pipe:
                Path = source.Attribute("path");
                break;
            case CharacterSourceType.Unix:
                Listen = IsBound(source);
                (Path, Reconnect) = (source.Attribute("path"), ReconnectPolicy.Parse(source));
                break;
            case CharacterSourceType.Udp:
                ParseUdp(source);
                break;
            case CharacterSourceType.Tcp:
                Listen = IsBound(source);
                (Host, Service) = (source.Attribute("host"), source.Attribute("service"));
                (Tls, Reconnect) = (source.YesNo("tls"), ReconnectPolicy.Parse(source));
                TlsFromConfiguration = options.Status && source.Int("tlsFromConfig") is { } number && number != 0;
                break;
            case CharacterSourceType.Spiceport or CharacterSourceType.Dbus:
                Channel = source.Attribute("channel");
                break;
            case CharacterSourceType.Nmdm:
                (Master, Slave) = (source.Attribute("master"), source.Attribute("slave"));
                break;
            case CharacterSourceType.QemuVdagent:
                ParseAgent(source);
                break;
        }
    }

    private void ParseUdp(Element source)
    {
        if (IsBound(source))
        {
            if (BindHost is null && BindService is null)
            {
                (BindHost, BindService) = (source.Attribute("host"), source.Attribute("service"));
            }
        }
        else if (Host is null && Service is null)
        {
            (Host, Service) = (source.Attribute("host"), source.Attribute("service"));
        }
    }

    private void ParseAgent(Element source)
    {
        if (source.Child("clipboard") is { } clipboard)
        {
            clipboard.Required("copypaste");
            Clipboard = clipboard.YesNo("copypaste");
        }

        if (source.Child("mouse") is { } mouse)
        {
            Mouse = mouse.RequiredNamed("mode", MouseModeNames.Table, nonZero: true);
        }
    }

    private static bool IsBound(Element source) => source.Attribute("mode") switch
    {
        null or "connect" => false,
        "bind" => true,
        var other => throw source.Invalid("mode", other, "."),
    };
}
