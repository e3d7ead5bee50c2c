namespace Lodge.Install.Options.Devices;

/// <summary>
/// An option that adds a device with a source of characters: ports, consoles, channels, redirections, smart cards.
/// </summary>
/// <param name="flag">The option.</param>
/// <param name="element">The device's element.</param>
/// <param name="subOptions">What it takes.</param>
internal class CharacterOption(string flag, string element, SubOption[] subOptions)
    : DeviceOption(flag, element, subOptions)
{
    private const string Connect = "source[@mode='connect']/";
    private const string Bind = "source[@mode='bind']/";

    /// <summary>Whether the parts of its source can be named without <c>source.</c> before them.</summary>
    public bool HasShortNames { get; init; }

    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        if (!base.Prepare(request)) return false;
        if (!HasShortNames) return true;
        request.Rename("path", "source.path");
        request.Rename("mode", "source.mode");
        request.Rename("bind_host", "source.bind_host");
        request.IsBound = request.Given.GetValueOrDefault("source.mode") == "bind"
            && !request.Given.ContainsKey("source.bind_host");
        return true;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        var (host, port) = option.Name switch
        {
            "host" => request.IsBound ? (Bind + "@host", Bind + "@service") : (Connect + "@host", Connect + "@service"),
            "server" or "source.host" => ("source/@host", "source/@service"),
            "source.bind_host" => (Bind + "@host", Bind + "@service"),
            "source.connect_host" => (Connect + "@host", Connect + "@service"),
            "target.address" => ("target/@address", "target/@port"),
            _ => (null, null),
        };
        if (host is null) return base.Set(request, option, value);
        HostAndPort.Set(request.Element, host, port!, value);
        return true;
    }
}
