using System.Globalization;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary>
/// <c>--memory</c>: sizes in MiB, with the older meaning of its names where the newer ones are absent.
/// </summary>
internal sealed class MemoryOption() : CompoundOption("--memory", "", MemorySubOptions.All)
{
    /// <summary>Of old, <c>memory</c> was what a guest begins with and <c>maxmemory</c> what it may have.</summary>
    protected override bool Prepare(OptionRequest request)
    {
        var given = request.Given;
        if (given.ContainsKey("currentMemory"))
        {
            request.Rename("maxmemory", "memory");
        }
        else if (given.ContainsKey("maxmemory"))
        {
            request.Rename("memory", "currentMemory");
            request.Rename("maxmemory", "memory");
        }
        else
        {
            request.Rename("memory", "currentMemory");
        }

        return true;
    }

    /// <summary>A guest may have no less than it begins with.</summary>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name is not ("memory" or "currentMemory" or "maxMemory") || value is null) return false;
        var domain = request.Element;
        var kibibytes = 1024 * Number(value);
        if (option.Name == "currentMemory" && (domain["memory"] is not { } most || Number(most) < kibibytes))
            domain["memory"] = Text(kibibytes);
        domain[option.Name] = Text(kibibytes);
        return true;
    }

    private static long Number(string value) => long.Parse(OptionValue.Whole(value), CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
