using System.Globalization;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary><c>--vcpus</c>: how many processors, and how they are laid out.</summary>
internal sealed class VcpusOption() : CompoundOption("--vcpus", "", VcpusSubOptions.All)
{
    /// <summary>Of old, <c>vcpus</c> was what a guest begins with and <c>maxvcpus</c> what it may have.</summary>
    protected override bool Prepare(OptionRequest request)
    {
        request.Rename("cpuset", "vcpu.cpuset");
        request.Rename("vcpus", "vcpu");
        if (!request.Given.ContainsKey("maxvcpus")) return true;
        if (!request.Given.ContainsKey("vcpu.current")) request.Rename("vcpu", "vcpu.current");
        request.Rename("maxvcpus", "vcpu");
        return true;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name == "vcpu.cpuset" && value == "auto")
        {
            request.Element["vcpu/@placement"] = "auto";
            return true;
        }

        if (option.Name != "vcpu") return false;
        var count = value is null ? null : OptionValue.Whole(value);
        request.Element["vcpu"] = count;
        // None may be on at the beginning that is not there.
        if (count is not null && request.Element["vcpu/@current"] is { } current && Number(current) > Number(count))
            request.Element["vcpu/@current"] = count;
        return true;
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
