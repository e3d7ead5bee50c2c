using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Security.Selinux;

/// <summary>The sensitivity and categories that a daemon may give to guests: those of its own label.</summary>
/// <param name="Sensitivity">The sensitivity, as <c>s0</c>.</param>
/// <param name="First">The lowest category.</param>
/// <param name="Last">The highest.</param>
internal readonly record struct CategoryRange(string Sensitivity, int First, int Last)
{
    private const int MostCategories = 1023;

    /// <summary>
    /// Reads the range of a daemon's label. A label without categories (<c>virtd_t</c>, <c>virtd_t:s0</c>,
    /// <c>virtd_t:s0-s0</c>) is taken for one that has them all.
    /// </summary>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR: its categories are no range.</exception>
    public static CategoryRange Of(string context)
    {
        var own = SelinuxContext.TryParse(context) ?? throw SelinuxErrors.Internal(
            $"Unable to parse current SELinux context '{context}'");
        var (levels, categories) = (own.Range ?? "s0").Split(':', 2) switch
        {
            [var sensitivities, var text] => (sensitivities, text),
            [var sensitivities, ..] => (sensitivities, null),
            _ => ("s0", null),
        };
        var lowest = levels.Split('-')[0];
        if (categories is null)
        {
            return new CategoryRange(lowest, 0, MostCategories);
        }

        return categories.Split('.') switch
        {
            [var first, var last] when Category(first) is { } from && Category(last) is { } to =>
                new CategoryRange(lowest, from, to),
            [var only] when Category(only) is not null => throw SelinuxErrors.Internal("No category range available"),
            _ => throw SelinuxErrors.Internal($"Cannot parse category in {categories}"),
        };
    }

    private static int? Category(string text) =>
        text is ['c', .. var digits]
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
}
