using System.Globalization;
using Lodge.Install.Drafts;

namespace Lodge.Install.Options.Devices;

/// <summary>The place of a device of the host as people write it.</summary>
internal static class HostAddress
{
    /// <summary>
    /// Puts a place where it belongs: <c>0000:00:10.0</c> is one on PCI, <c>0x1234:0x5678</c> maker and product of a
    /// USB device, <c>001.003</c> bus and device of one.
    /// </summary>
    /// <exception cref="FormatException">It is no such place.</exception>
    public static void Set(Draft device, string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        string[] parts = text.Split(':');
        if (parts.Length is 2 or 3 && dot >= 0)
        {
            SetPci(device, text, dot);
        }
        else if (parts.Length > 1)
        {
            if (parts is not [var vendor, var product])
                throw new FormatException("too many values to unpack (expected 2)");
            device["@type"] = "usb";
            device["source/vendor/@id"] = $"0x{Number(vendor):X4}";
            device["source/product/@id"] = $"0x{Number(product):X4}";
        }
        else if (dot >= 0)
        {
            device["@type"] = "usb";
            device["source/address/@bus"] = text[..dot];
            device["source/address/@device"] = text[(dot + 1)..];
        }
        else
        {
            throw new FormatException($"Unknown hostdev address string format '{text}'");
        }
    }

    private static void SetPci(Draft device, string text, int dot)
    {
        string[] parts = text[..dot].Split(':');
        device["@type"] = "pci";
        device["source/address/@domain"] = $"0x{Number(parts.Length == 3 ? parts[0] : "0"):X4}";
        device["source/address/@bus"] = $"0x{Number(parts[^2]):X2}";
        device["source/address/@slot"] = $"0x{Number(parts[^1]):X2}";
        device["source/address/@function"] = $"0x{Number(text[(dot + 1)..]):X2}";
    }

    private static long Number(string text)
    {
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text;
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"invalid literal for int() with base 16: '{text}'");
    }
}
