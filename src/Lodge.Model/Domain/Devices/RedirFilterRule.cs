using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A rule of <c>&lt;redirfilter&gt;</c>: which of the viewer's devices may come. -1 stands for any.</summary>
public sealed class RedirFilterRule
{
    /// <summary>USB class.</summary>
    public int Class { get; set; } = -1;

    /// <summary>Vendor.</summary>
    public int Vendor { get; set; } = -1;

    /// <summary>Product.</summary>
    public int Product { get; set; } = -1;

    /// <summary>Version, in binary coded decimal.</summary>
    public int Version { get; set; } = -1;

    /// <summary>Whether such a device may come.</summary>
    public bool Allow { get; set; }

    internal static RedirFilterRule Parse(Element element)
    {
        var rule = new RedirFilterRule { Class = element.Int("class", 0) ?? -1 };
        if (rule.Class != -1 && (rule.Class & ~0xff) != 0)
        {
            throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"Invalid USB Class code 0x{rule.Class:x}");
        }

        rule.Vendor = element.Int("vendor", 0) ?? -1;
        rule.Product = element.Int("product", 0) ?? -1;
        rule.Version = element.Attribute("version") is { } version and not "-1" ? ParseVersion(version) : -1;
        element.Required("allow");
        rule.Allow = element.YesNo("allow") ?? false;
        return rule;
    }

    internal void Format(XmlOutput output) => output.Start("usbdev")
        .Attribute("class", Class < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"0x{Class:X2}"))
        .Attribute("vendor", Vendor < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"0x{Vendor:X4}"))
        .Attribute("product", Product < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"0x{Product:X4}"))
        .Attribute("version", Version < 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"{((Version >> 12) * 10) + ((Version >> 8) & 0xf)}.{(((Version >> 4) & 0xf) * 10) + (Version & 0xf):00}"))
        .YesNo("allow", Allow).End();

    private static int ParseVersion(string version)
    {
        if (version.Split('.') is not [var first, var second]
            || !Numbers.TryUInt(first, 10, out var major) || major >= 100
            || !Numbers.TryUInt(second, 10, out var minor) || minor >= 100)
        {
            throw XmlError.Domain($"Cannot parse USB device version {version}");
        }

        minor = second.Length == 1 ? minor * 10 : minor;
        return (int)(((major / 10) << 12) | ((major % 10) << 8) | ((minor / 10) << 4) | (minor % 10));
    }
}
