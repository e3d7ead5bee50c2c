using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--rng</c>: a source of randomness; a path alone is a device to read from.</summary>
internal sealed class RngOption() : DeviceOption("--rng", "rng", RngSubOptions.All)
{
    private const string Connect = "backend/source[@mode='connect']/";
    private const string Bind = "backend/source[@mode='bind']/";

    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        if (!base.Prepare(request)) return false;
        request.Rename("type", "backend.model");
        request.Rename("device", "backend");
        if (request.Given.GetValueOrDefault("backend.model")?.StartsWith('/') != true) return true;
        request.Rename("backend.model", "backend");
        request.Given["backend.model"] = "random";
        return true;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        var place = option.Name switch
        {
            "backend.source.host" => "backend/source/",
            "backend.source.bind_host" => Bind,
            "backend.source.connect_host" => Connect,
            _ => null,
        };
        if (place is null) return base.Set(request, option, value);
        HostAndPort.Set(request.Element, place + "@host", place + "@service", value);
        return true;
    }
}
