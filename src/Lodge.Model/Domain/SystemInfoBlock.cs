using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A part of SMBIOS: <c>bios</c>, <c>system</c>, <c>baseBoard</c> or <c>chassis</c>.</summary>
public sealed class SystemInfoBlock
{
    private SystemInfoBlock(string name) => Name = name;

    /// <summary>Which part.</summary>
    public string Name { get; }

    /// <summary>Its entries, in SMBIOS' order.</summary>
    public List<KeyValuePair<string, string>> Entries { get; } = [];

    /// <summary>An entry's value, or null.</summary>
    public string? this[string name] => Entries.Find(entry => entry.Key == name).Value;

    internal static SystemInfoBlock? Parse(Element element, string[] names)
    {
        var block = new SystemInfoBlock(element.Name);
        var entries = element.All("entry");
        foreach (var name in names)
        {
            if (entries.Find(entry => entry.Attribute("name") == name) is { Text.Length: > 0 } found)
            {
                block.Entries.Add(new(name, Checked(element.Name, name, found.Text)));
            }
        }

        return block.Entries.Count == 0 ? null : block;
    }

    internal void Format(XmlOutput output)
    {
        output.Start(Name);
        foreach (var (name, value) in Entries)
        {
            output.Start("entry").Attribute("name", name).EndText(value);
        }

        output.End();
    }

    private static string Checked(string block, string name, string value)
    {
        if (block == "bios" && name == "date" && !IsDate(value))
        {
            throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_DETAIL, "Invalid BIOS 'date' format");
        }

        return block == "system" && name == "uuid"
            && UuidText.TryParse(value, out var uuid) ? UuidText.Format(uuid) : value;
    }

    private static bool IsDate(string value) =>
        value.Split('/') is [var month, var day, var year]
        && int.TryParse(month, NumberStyles.Integer, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12
        && int.TryParse(day, NumberStyles.Integer, CultureInfo.InvariantCulture, out var d) && d is >= 1 and <= 31
        && int.TryParse(year, NumberStyles.Integer, CultureInfo.InvariantCulture, out var y)
        && y is >= 0 and (< 100 or >= 1900);
}
