using Lodge.Install.Drafts;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary>
/// <c>--sysinfo</c>: what the guest's firmware says of its maker; uses of the same type make one element.
/// </summary>
internal sealed class SystemInformationOption()
    : CompoundOption("--sysinfo", "sysinfo[]", SystemInformationSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        request.Given.TryAdd("type", "smbios");
        var type = request.Given["type"];
        var earlier = request.Plan.Domain.All("sysinfo").FirstOrDefault(known => known["@type"] == type);
        request.Element = earlier ?? request.Element;
        return true;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        var domain = request.Plan.Domain;
        switch (option.Name)
        {
            case "type" when value is "host" or "emulate":
                domain["os/smbios/@mode"] = value;
                return true;
            case "type":
                if (value == "smbios") domain["os/smbios/@mode"] = "sysinfo";
                return false;
            case "system.uuid":
                // The firmware cannot tell another UUID than the guest's own.
                domain["uuid"] = value;
                return false;
            default:
                return false;
        }
    }
}
