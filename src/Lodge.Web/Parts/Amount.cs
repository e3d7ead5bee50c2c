using System.Globalization;

namespace Lodge.Web.Parts;

/// <summary>Writes amounts for people.</summary>
public static class Amount
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>Bytes in the unit that suits them.</summary>
    public static string OfBytes(double bytes)
    {
        var unit = 0;
        while (bytes >= 1024 && unit < Units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        var format = unit == 0 || bytes >= 100 ? "0" : "0.#";
        return $"{bytes.ToString(format, CultureInfo.InvariantCulture)} {Units[unit]}";
    }

    /// <summary>KiB in the unit that suits them.</summary>
    public static string OfKibibytes(double kibibytes) => OfBytes(kibibytes * 1024);

    /// <summary>Bytes in a second.</summary>
    public static string OfRate(double bytes) => OfBytes(bytes) + "/s";

    /// <summary>A share in percent.</summary>
    public static string OfPercent(double percent) =>
        percent.ToString(percent < 10 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>How long ago something was.</summary>
    public static string OfAge(TimeSpan age) => age switch
    {
        { TotalSeconds: < 60 } => $"{(int)age.TotalSeconds} s",
        { TotalMinutes: < 60 } => $"{(int)age.TotalMinutes} min",
        { TotalHours: < 48 } => $"{(int)age.TotalHours} h",
        _ => $"{(int)age.TotalDays} d",
    };
}
