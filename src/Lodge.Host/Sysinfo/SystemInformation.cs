using System.Text;
using Lodge.Host.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Sysinfo;

/// <summary>A named value of a part of the machine.</summary>
/// <param name="Name">libvirt's name of the entry; null for an OEM string, which has none.</param>
/// <param name="Value">The text.</param>
public readonly record struct SystemEntry(string? Name, string Value);

/// <summary>A part of the machine.</summary>
/// <param name="Element">The element of the XML: <c>bios</c>, <c>system</c>, <c>baseBoard</c> …</param>
/// <param name="Entries">What is known of it.</param>
public sealed record SystemPart(string Element, IReadOnlyList<SystemEntry> Entries);

/// <summary>What the firmware tells of the machine (<c>virsh sysinfo</c>), read from its SMBIOS table.</summary>
/// <param name="Parts">The parts, in libvirt's order.</param>
public sealed record SystemInformation(IReadOnlyList<SystemPart> Parts)
{
    private const string Table = "/sys/firmware/dmi/tables/DMI";

    /// <summary>Reads the table that the kernel shows to root.</summary>
    /// <exception cref="VirException">
    /// There is none, or it may not be read (<c>VIR_ERR_CONFIG_UNSUPPORTED</c>, as libvirt says it).
    /// </exception>
    public static SystemInformation Read(HostFiles files)
    {
        var table = files.Bytes(Table);
        return table is { Length: > 0 }
            ? Parse(table)
            : throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                VirErrorDomain.VIR_FROM_QEMU,
                "Host SMBIOS information is not available");
    }

    /// <summary>Reads a table; what is broken in it ends it.</summary>
    public static SystemInformation Parse(ReadOnlyMemory<byte> table)
    {
        var parts = new List<(int Order, SystemPart Part)>();
        foreach (var structure in SmbiosStructure.ReadAll(table))
        {
            var read = SmbiosParts.Read(structure);
            if (read is { Part.Entries.Count: > 0 }
                && (read.Value.Many || parts.TrueForAll(p => p.Order != read.Value.Order)))
            {
                parts.Add((read.Value.Order, read.Value.Part));
            }
        }

        return new SystemInformation([.. parts.OrderBy(static p => p.Order).Select(static p => p.Part)]);
    }

    /// <summary>The XML that <c>virConnectGetSysinfo</c> returns.</summary>
    public string ToXml()
    {
        var xml = new StringBuilder("<sysinfo type='smbios'>\n");
        foreach (var part in Parts)
        {
            xml.Append("  <").Append(part.Element).Append(">\n");
            foreach (var entry in part.Entries)
            {
                xml.Append("    <entry");
                if (entry.Name is not null)
                {
                    xml.Append(" name='").Append(entry.Name).Append('\'');
                }

                xml.Append('>').Append(Escape(entry.Value)).Append("</entry>\n");
            }

            xml.Append("  </").Append(part.Element).Append(">\n");
        }

        return xml.Append("</sysinfo>\n").ToString();
    }

    private static string Escape(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&apos;", StringComparison.Ordinal);
}
