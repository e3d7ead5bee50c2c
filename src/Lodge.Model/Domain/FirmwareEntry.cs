using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>An entry that the firmware and the guest can read (<c>fw_cfg</c>).</summary>
public sealed class FirmwareEntry
{
    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Its value.</summary>
    public string? Value { get; set; }

    /// <summary>The file that holds its value.</summary>
    public string? File { get; set; }

    internal static FirmwareEntry Parse(Element element)
    {
        var entry = new FirmwareEntry
        {
            Name = element.Attribute("name") ?? throw XmlError.Domain("Firmware entry is missing 'name' attribute"),
            Value = element.Text.Length > 0 ? element.Text : null,
            File = element.Attribute("file"),
        };
        return entry is { Value: null, File: null }
            ? throw XmlError.Domain("Firmware entry must have either value or 'file' attribute")
            : entry;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("entry").Attribute("name", Name).Attribute("file", File);
        _ = File is null ? output.EndText(Value) : output.End();
    }
}
