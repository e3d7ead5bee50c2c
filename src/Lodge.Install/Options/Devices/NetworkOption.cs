using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--network</c>: a card, by the network or bridge it is on.</summary>
internal sealed class NetworkOption() : DeviceOption("--network", "interface", NetworkSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        var given = request.Given;
        request.Rename("model", "model.type");
        request.Rename("mac", "mac.address");
        if (given.ContainsKey("type"))
        {
            given.Remove("network");
            given.Remove("bridge");
        }
        else if (Array.Find(["network", "bridge"], given.ContainsKey) is { } type)
        {
            request.Rename(type, "source");
            given["type"] = type;
        }

        request.IsDropped = request.Text == "none";
        return !request.IsDropped;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        var card = request.Element;
        switch (option.Name)
        {
            case "type" when value == "default":
                var (type, source) = request.Plan.Host.DefaultNetwork;
                card["@type"] = type;
                if (source is not null) SetSource(request, source);
                return true;
            case "source":
                SetSource(request, value);
                return true;
            case "mac.address":
                if (value != "RANDOM") card[option.Path!] = value;
                return true;
            case "link.state" when value is not ("up" or "down"):
                card[option.Path!] = OptionValue.TrySwitch(value ?? "") switch
                {
                    true => "up",
                    false => "down",
                    null => value,
                };
                return true;
            default:
                return base.Set(request, option, value);
        }
    }

    private static void SetSource(OptionRequest request, string? value)
    {
        var card = request.Element;
        foreach (var path in new[] { "source/@bridge", "source/@network", "source/@dev" }) card[path] = null;
        var place = card["@type"] switch
        {
            "network" => "source/@network",
            "bridge" => "source/@bridge",
            "direct" => "source/@dev",
            _ => null,
        };
        if (place is not null) card[place] = value;
    }
}
