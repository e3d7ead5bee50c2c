namespace Lodge.Model.Domain;

/// <summary>Bytes in the largest unit that leaves nothing over (<c>virFormatIntPretty</c>).</summary>
internal static class PrettySize
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    public static (ulong Amount, string Unit) Of(ulong bytes)
    {
        var unit = 0;
        while (bytes != 0 && bytes % 1024 == 0 && unit < Units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return (bytes, Units[unit]);
    }
}
