namespace Lodge.Cli.Virsh.Output;

/// <summary>Sizes as a person reads them.</summary>
internal static class Units
{
    private static readonly string[] Names = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>The largest unit that keeps the number at one or more, and how many of it.</summary>
    internal static (double Value, string Unit) Scale(ulong bytes)
    {
        var unit = 0;
        ulong limit = 1;
        while (unit < Names.Length - 1 && bytes / limit >= 1024)
        {
            limit *= 1024;
            unit++;
        }

        return ((double)bytes / limit, Names[unit]);
    }

    /// <summary>For example <c>10.000 GiB</c>.</summary>
    internal static string Exact(ulong bytes)
    {
        var (value, unit) = Scale(bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{value:F3} {unit}");
    }

    /// <summary>For example <c>10.00 GiB</c>.</summary>
    internal static string Pretty(ulong bytes)
    {
        var (value, unit) = Scale(bytes);
        return string.Create(CultureInfo.InvariantCulture, $"{value:F2} {unit}");
    }
}
