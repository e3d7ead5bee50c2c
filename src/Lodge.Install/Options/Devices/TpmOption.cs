using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--tpm</c>: a trusted platform module; a path alone is the host's own, passed through.</summary>
internal sealed class TpmOption() : DeviceOption("--tpm", "tpm", TpmSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        if (!base.Prepare(request)) return false;
        var type = request.Given.GetValueOrDefault("type");
        if (type?.StartsWith('/') == true) request.Rename("type", "path");
        if (type == "default") request.Pull("type");
        return true;
    }
}
