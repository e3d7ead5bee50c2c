using System.Globalization;
using System.Numerics;

namespace Lodge.Install.Options;

/// <summary>A value of a sub-option, turned into what stands in the XML.</summary>
internal static class OptionValue
{
    /// <summary>What goes into the XML; null takes away what is there.</summary>
    /// <param name="option">Whose value it is.</param>
    /// <param name="given">The name under which it was given.</param>
    /// <param name="value">The value; null where there was none.</param>
    /// <exception cref="OptionException">A switch that is neither on nor off.</exception>
    /// <exception cref="FormatException">No value at all, or no number where one is needed.</exception>
    public static string? Of(SubOption option, string given, string? value)
    {
        if (value is null) throw new FormatException($"Option '{given}' had no value set.");
        if (value.Length == 0) return null;
        if (option.Takes.HasFlag(Takes.Switch)) return Switched(option.Form, Switch(given, value));
        return option.Form switch
        {
            Form.Whole => Whole(value),
            Form.FullPath => Path.GetFullPath(value),
            _ => value,
        };
    }

    /// <summary>Whether a switch is on.</summary>
    /// <exception cref="OptionException">It is neither on nor off.</exception>
    public static bool Switch(string given, string value) =>
        TrySwitch(value) ?? throw new OptionException($"{given} must be 'yes' or 'no'");

    /// <summary>Whether a switch is on; null where the word means neither.</summary>
    public static bool? TrySwitch(string value) => value.ToLowerInvariant() switch
    {
        "y" or "yes" or "1" or "true" or "t" or "on" => true,
        "n" or "no" or "0" or "false" or "f" or "off" => false,
        _ => null,
    };

    /// <summary>How a switch stands in the XML.</summary>
    public static string? Switched(Form form, bool on) => form switch
    {
        Form.Presence => on ? "" : null,
        Form.OnOff => on ? "on" : "off",
        _ => on ? "yes" : "no",
    };

    /// <summary>A whole number in decimal.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Whole(string value)
    {
        var hexadecimal = value.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var digits = hexadecimal ? "0" + value[2..] : value.Trim();
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowLeadingSign;
        return BigInteger.TryParse(digits, style, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new FormatException($"invalid literal for int() with base {(hexadecimal ? 16 : 10)}: '{value}'");
    }
}
