using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--filesystem SOURCE,TARGET</c>: a folder of the host in the guest.</summary>
internal sealed class FilesystemOption() : DeviceOption("--filesystem", "filesystem", FilesystemSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        var shared = request.Element;
        switch (option.Name)
        {
            case "type":
                shared["@type"] = value;
                return true;
            case "source":
                shared[SourceOf(shared["@type"])] = value;
                return true;
            case "target":
                shared["target/@dir"] = value;
                return true;
            default:
                return base.Set(request, option, value);
        }
    }

    /// <inheritdoc/>
    protected override void Finish(OptionRequest request)
    {
        var (type, target) = (request.Element["@type"], request.Element["target/@dir"]);
        if (target is not null && type is not (null or "mount") && !target.StartsWith('/'))
            throw new FormatException($"Filesystem target '{target}' must be an absolute path");
    }

    private static string SourceOf(string? type) => type switch
    {
        "template" => "source/@name",
        "file" => "source/@file",
        "block" => "source/@dev",
        "ram" => "source/@usage",
        _ => "source/@dir",
    };
}
