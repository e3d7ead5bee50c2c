using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A serial port (<c>&lt;serial&gt;</c>).</summary>
public sealed class SerialDevice : CharacterDevice
{
    /// <summary>A port with a pty.</summary>
    public SerialDevice()
    {
    }

    /// <summary>A port with that end on the host.</summary>
    public SerialDevice(CharacterSource source) => Source = source;

    /// <summary>The kind of port.</summary>
    public SerialTarget TargetType { get; set; }

    /// <summary>The hardware that it is.</summary>
    public SerialModel TargetModel { get; set; }

    private protected override string ElementName => "serial";

    internal static SerialDevice Parse(Element element, DomainXmlParseOptions options)
    {
        var device = new SerialDevice();
        device.ParseDevice(element, options);
        return device.TargetType == SerialTarget.UsbSerial && device.Address is not (null or UsbAddress)
            ? throw XmlError.Unsupported("usb-serial requires address of usb type")
            : device;
    }

    private protected override void ParseTarget(Element? target, DomainXmlParseOptions options)
    {
        TargetType = TargetKind(target, SerialTargetNames.Table);
        if (target?.ChildAttribute("model", "name") is { } word)
        {
            TargetModel = SerialModelNames.Table.TryParse(word, out var model)
                ? model
                : throw XmlError.Unsupported($"unknown target model '{word}' specified for character device");
        }

        ParsePort(target);
    }

    private protected override void FormatTarget(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("target").Named("type", TargetType, SerialTargetNames.Table).Attribute("port", (long?)Port);
        output.Start("model").Named("name", TargetModel, SerialModelNames.Table).EndUnlessEmpty();
        output.End();
    }
}
