using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A serial or parallel port, a console or a channel.</summary>
public abstract class CharacterDevice : Device
{
    /// <summary>The host's end.</summary>
    public CharacterSource Source { get; private protected init; } = new();

    /// <summary>Its number among its kind; -1 where none is chosen yet.</summary>
    public int Port { get; set; } = -1;

    private protected abstract string ElementName { get; }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start(ElementName).Attribute("type", Source.Type.ToXml());
        if (IsLegacyConsole && Source is { Type: CharacterSourceType.Pty, Path: { } path }
            && !options.Inactive && Port == 0)
        {
            output.Attribute("tty", path);
        }

        Source.Format(output, options);
        FormatTarget(output, options);
        FormatInfo(output);
        output.EndLong();
    }

    private protected virtual bool IsLegacyConsole => false;

    private protected abstract void FormatTarget(XmlOutput output, DomainXmlFormatOptions options);

    private protected abstract void ParseTarget(Element? target, DomainXmlParseOptions options);

    private protected void ParseDevice(Element element, DomainXmlParseOptions options)
    {
        Source.Type = CharacterSource.ParseType(element.Attribute("type"));
        ParseTarget(element.Child("target"), options);
        Source.Parse(element, options, labels: true);
        if (Source.Type == CharacterSourceType.Spicevmc
            && this is not ChannelDevice { TargetType: ChannelTarget.Virtio })
        {
            throw XmlError.Unsupported("spicevmc device type only supports virtio");
        }

        ParseInfo(element, options);
    }

    private protected void ParsePort(Element? target)
    {
        if (target?.Attribute("port") is { } text)
        {
            Port = Numbers.TryUInt(text, 10, out var port)
                ? unchecked((int)port)
                : throw XmlError.Domain($"Invalid port number: {text}");
        }
    }

    private protected static T TargetKind<T>(Element? target, XmlNames<T> names)
        where T : struct, Enum
    {
        if (target?.Attribute("type") is not { } word)
        {
            return default;
        }

        return names.TryParse(word, out var kind)
            ? kind
            : throw XmlError.Unsupported($"unknown target type '{word}' specified for character device");
    }
}
