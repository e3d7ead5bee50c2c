using System.Globalization;
using System.Text;

namespace Lodge.Web.Parts.Charts;

/// <summary>Makes the lines of graphs.</summary>
internal static class ChartPath
{
    /// <summary>The line through values, the newest at the right edge, and the area below it.</summary>
    /// <param name="values">The values, oldest first.</param>
    /// <param name="slots">How many values fill the width.</param>
    /// <param name="top">What the full height stands for; 0 for the highest of the values.</param>
    /// <param name="width">The width.</param>
    /// <param name="height">The height.</param>
    public static (string Line, string Area) Of(
        IReadOnlyList<float> values, int slots, float top, float width, float height)
    {
        if (values.Count < 2) return ("", "");
        var full = top > 0 ? top : Math.Max(values.Max(), 1);
        var step = width / (slots - 1);
        var first = width - (step * (values.Count - 1));
        var line = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var x = first + (step * i);
            var y = height - 1 - (Math.Clamp(values[i] / full, 0, 1) * (height - 2));
            line.Append(i == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
        }

        return (line.ToString(), $"{line}L{Number(width)} {Number(height)}L{Number(first)} {Number(height)}Z");
    }

    private static string Number(float value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
