using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The option ROM of a PCI device.</summary>
public sealed class Rom
{
    /// <summary>Whether there is one at all.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether the guest sees it.</summary>
    public bool? Bar { get; set; }

    /// <summary>The file that holds it.</summary>
    public string? File { get; set; }

    internal static Rom Parse(Element element)
    {
        var rom = new Rom
        {
            Enabled = element.YesNo("enabled"),
            Bar = element.OnOff("bar"),
            File = element.Attribute("file"),
        };
        return rom is { Enabled: false } and not { Bar: null, File: null }
            ? throw XmlError.Unsupported("ROM tuning is not supported when ROM is disabled")
            : rom;
    }

    internal void Format(XmlOutput output)
    {
        if (Enabled is not null || Bar is not null || File is not null)
        {
            output.Start("rom").YesNo("enabled", Enabled).OnOff("bar", Bar).Attribute("file", File).End();
        }
    }
}
