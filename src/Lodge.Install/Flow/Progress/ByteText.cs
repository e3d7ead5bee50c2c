using System.Globalization;

namespace Lodge.Install.Flow.Progress;

/// <summary>Sizes and times as a line of progress shows them.</summary>
internal static class ByteText
{
    private const double Step = 1024;
    private const double Threshold = 999;
    private static readonly string[] s_units = ["", "k", "M", "G", "T", "P", "E", "Z", "Y"];

    /// <summary>A size in its unit: <c>8.0 G</c>, <c>512 M</c>, <c>12 </c>.</summary>
    public static string Size(double bytes)
    {
        const double OneDecimalBelow = 9.95;
        var (number, unit) = (bytes, 0);
        while (number > Threshold && unit < s_units.Length - 1) (number, unit) = (number / Step, unit + 1);
        var format = unit > 0 && number < OneDecimalBelow ? "0.0" : "0";
        return $"{number.ToString(format, CultureInfo.InvariantCulture)} {s_units[unit]}";
    }

    /// <summary>A time as minutes and seconds, with hours on wide lines; dashes where none is known.</summary>
    public static string Time(TimeSpan? time, bool hasHours)
    {
        if (time is not { } known || known < TimeSpan.Zero) return hasHours ? "--:--:--" : "--:--";
        var minutes = (long)known.TotalMinutes;
        return hasHours
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}:{known.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes:00}:{known.Seconds:00}");
    }
}
