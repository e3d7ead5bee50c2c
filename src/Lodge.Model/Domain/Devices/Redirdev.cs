using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A USB device of the viewer, given to the guest (<c>&lt;redirdev&gt;</c>).</summary>
public sealed class Redirdev : Device
{
    private const string UsualDbusChannel = "org.qemu.usbredir";

    /// <summary>The bus.</summary>
    public RedirdevBus Bus { get; set; }

    /// <summary>The way to the viewer.</summary>
    public CharacterSource Source { get; set; } = new();

    internal static Redirdev Parse(Element element, DomainXmlParseOptions options)
    {
        var redirdev = new Redirdev();
        if (element.Attribute("bus") is { } word)
        {
            redirdev.Bus = RedirdevBusNames.Table.TryParse(word, out var bus)
                ? bus
                : throw XmlError.Unsupported($"unknown redirdev bus '{word}'");
        }

        var type = element.Attribute("type")
            ?? throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "missing type in redirdev");
        redirdev.Source.Type = CharacterSourceTypeNames.Table.TryParse(type, out var kind)
            ? kind
            : throw XmlError.Unsupported($"unknown redirdev character device type '{type}'");
        redirdev.Source.Parse(element, options, labels: false);
        if (redirdev.Source.Type == CharacterSourceType.Dbus)
        {
            redirdev.Source.Channel ??= UsualDbusChannel;
        }

        redirdev.ParseInfo(element, options, boot: true);
        return redirdev.Address is null or UsbAddress
            ? redirdev
            : throw XmlError.Domain("Invalid address for a USB device");
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("redirdev").Attribute("bus", Bus.ToXml()).Attribute("type", Source.Type.ToXml());
        Source.Format(output, options);
        FormatInfo(output, boot: true);
        output.EndLong();
    }
}
