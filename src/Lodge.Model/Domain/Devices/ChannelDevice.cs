using System.Net;
using System.Net.Sockets;
using Lodge.Model.Networks;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A channel between host and guest (<c>&lt;channel&gt;</c>): a guest agent's, SPICE's …</summary>
public sealed class ChannelDevice : CharacterDevice
{
    /// <summary>The kind of channel.</summary>
    public ChannelTarget TargetType { get; set; }

    /// <summary>The name by which the guest finds it.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the guest has it open, of a running guest.</summary>
    public ChannelState State { get; set; }

    /// <summary>The address in the guest's network, of a forwarded port.</summary>
    public string? ForwardAddress { get; set; }

    /// <summary>The port in the guest's network.</summary>
    public uint ForwardPort { get; set; }

    private protected override string ElementName => "channel";

    internal static ChannelDevice Parse(Element element, DomainXmlParseOptions options)
    {
        var device = new ChannelDevice();
        device.ParseDevice(element, options);
        return device;
    }

    private protected override void ParseTarget(Element? target, DomainXmlParseOptions options)
    {
        if (target?.Attribute("type") is null)
        {
            throw XmlError.Domain("target type must be specified for channel device");
        }

        TargetType = TargetKind(target, ChannelTargetNames.Table);
        switch (TargetType)
        {
            case ChannelTarget.Guestfwd:
                ParseForward(target);
                break;
            case ChannelTarget.Virtio or ChannelTarget.Xen:
                Name = target.Attribute("name");
                if (TargetType == ChannelTarget.Virtio && !options.Inactive)
                {
                    State = target.Named("state", ChannelStateNames.Table, nonZero: true);
                }

                break;
        }
    }

    private protected override void FormatTarget(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("target").Attribute("type", TargetType.ToXml());
        if (TargetType == ChannelTarget.Guestfwd)
        {
            output.Attribute("address", ForwardAddress).Attribute("port", (ulong?)ForwardPort);
        }
        else
        {
            output.Attribute("name", Name);
            output.Named("state", options.Inactive ? default : State, ChannelStateNames.Table);
        }

        output.End();
    }

    private void ParseForward(Element target)
    {
        var text = target.Attribute("address")
            ?? throw XmlError.Domain("guestfwd channel does not define a target address");
        var address = IpText.Parse(text);
        if (address.AddressFamily != AddressFamily.InterNetwork)
        {
            throw XmlError.Unsupported("guestfwd channel only supports IPv4 addresses");
        }

        target.Required("port");
        ForwardAddress = address.ToString();
        ForwardPort = target.UInt("port") ?? 0;
    }
}
