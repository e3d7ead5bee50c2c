using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary><c>--metadata</c>: what the guest is called, and what runs in it.</summary>
internal sealed class MetadataOption() : CompoundOption("--metadata", "", MetadataSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        switch (option.Name)
        {
            case "os_name":
                request.Plan.Os = request.Plan.Systems.FindByShortId(value ?? "") ?? throw new FormatException(
                    $"Unknown OS name '{value}'. See `--osinfo list` for valid values.");
                return true;
            case "os_full_id":
                request.Plan.Os = request.Plan.Systems.FindById(value ?? "")
                    ?? throw new FormatException($"Unknown libosinfo ID '{value}'");
                return true;
            case "genid_enable":
                // An identity that was given stays; libvirt makes one where the element is empty.
                if (value is null) request.Element["genid"] = null;
                else request.Element["genid"] ??= value;
                return true;
            default:
                return false;
        }
    }
}
