using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>
/// A console (<c>&lt;console&gt;</c>): a device of its own, or a second name of the first serial port.
/// </summary>
public sealed class ConsoleDevice : CharacterDevice
{
    /// <summary>The kind of console.</summary>
    public ConsoleTarget TargetType { get; set; }

    private protected override string ElementName => "console";

    private protected override bool IsLegacyConsole => true;

    /// <summary>The console that stands for a serial port.</summary>
    internal static ConsoleDevice For(SerialDevice serial) => new()
    {
        Source = serial.Source,
        TargetType = ConsoleTarget.Serial,
        Port = serial.Port,
        Alias = serial.Alias,
        Address = serial.Address,
    };

    internal static ConsoleDevice Parse(Element element, DomainXmlParseOptions options)
    {
        var device = new ConsoleDevice();
        device.ParseDevice(element, options);
        return device;
    }

    private protected override void ParseTarget(Element? target, DomainXmlParseOptions options)
    {
        TargetType = TargetKind(target, ConsoleTargetNames.Table);
        ParsePort(target);
    }

    private protected override void FormatTarget(XmlOutput output, DomainXmlFormatOptions options) =>
        output.Start("target").Attribute("type", TargetType.ToXml()).Attribute("port", (long?)Port).End();
}
