using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>What the guest reads about its machine (<c>&lt;sysinfo&gt;</c>).</summary>
public sealed class SystemInfo
{
    private static readonly (string Block, string[] Entries)[] Blocks =
    [
        ("bios", ["vendor", "version", "date", "release"]),
        ("system", ["manufacturer", "product", "version", "serial", "uuid", "sku", "family"]),
        ("baseBoard", ["manufacturer", "product", "version", "serial", "asset", "location"]),
        ("chassis", ["manufacturer", "version", "serial", "asset", "sku"]),
    ];

    /// <summary>How it reaches the guest.</summary>
    public SysinfoType Type { get; set; }

    /// <summary>The parts of SMBIOS, in their order.</summary>
    public List<SystemInfoBlock> Parts { get; } = [];

    /// <summary>Free strings.</summary>
    public List<string> OemStrings { get; } = [];

    /// <summary>Entries for the firmware.</summary>
    public List<FirmwareEntry> FirmwareEntries { get; } = [];

    /// <summary>A part of SMBIOS, or null.</summary>
    public SystemInfoBlock? Part(string name) => Parts.Find(part => part.Name == name);

    internal static SystemInfo Parse(Element element)
    {
        var info = new SystemInfo { Type = element.RequiredNamed("type", SysinfoTypeNames.Table) };
        if (info.Type == SysinfoType.Fwcfg)
        {
            foreach (var entry in element.All("entry"))
            {
                info.FirmwareEntries.Add(FirmwareEntry.Parse(entry));
            }

            return info;
        }

        foreach (var (name, entries) in Blocks)
        {
            foreach (var part in element.All(name).Take(name == "baseBoard" ? int.MaxValue : 1))
            {
                if (SystemInfoBlock.Parse(part, entries) is { } block)
                {
                    info.Parts.Add(block);
                }
            }
        }

        foreach (var entry in element.Child("oemStrings")?.All("entry") ?? [])
        {
            info.OemStrings.Add(entry.Text);
        }

        return info;
    }

    /// <summary>The UUID of the system's part, which is also the domain's.</summary>
    /// <exception cref="VirException">VIR_ERR_XML_DETAIL where it is no UUID.</exception>
    internal Guid? SystemUuid() => Part("system")?["uuid"] switch
    {
        null => null,
        var text when UuidText.TryParse(text, out var uuid) => uuid,
        _ => throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_DETAIL, "malformed <sysinfo> uuid element"),
    };

    internal void Format(XmlOutput output)
    {
        output.Start("sysinfo").Attribute("type", Type.ToXml());
        Parts.ForEach(part => part.Format(output));
        if (OemStrings.Count > 0)
        {
            output.Start("oemStrings");
            OemStrings.ForEach(text => output.Text("entry", text));
            output.End();
        }

        FirmwareEntries.ForEach(entry => entry.Format(output));
        output.End();
    }
}
