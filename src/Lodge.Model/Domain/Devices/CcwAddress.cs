using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A channel of s390 machines.</summary>
public sealed record CcwAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.Ccw;

    /// <summary>The channel subsystem (cssid).</summary>
    public uint ChannelSubsystem { get; init; }

    /// <summary>The set of subchannels (ssid).</summary>
    public uint SubchannelSet { get; init; }

    /// <summary>The device number (devno).</summary>
    public uint DeviceNumber { get; init; }

    internal static CcwAddress Read(Element element)
    {
        var (channel, set, device) = (element.UInt("cssid", 0), element.UInt("ssid", 0), element.UInt("devno", 0));
        if (channel > 254 || set > 3 || device > 65535)
        {
            throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                $"Invalid specification for virtio ccw address: cssid='0x{channel:x}' ssid='0x{set:x}' "
                    + $"devno='0x{device:x4}'");
        }

        return (channel is null) == (set is null) && (set is null) == (device is null)
            ? new() { ChannelSubsystem = channel ?? 0, SubchannelSet = set ?? 0, DeviceNumber = device ?? 0 }
            : throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Invalid partial specification for virtio ccw address");
    }

    private protected override void FormatAttributes(XmlOutput output) => output
        .Hexadecimal("cssid", ChannelSubsystem, 1).Hexadecimal("ssid", SubchannelSet, 1)
        .Hexadecimal("devno", DeviceNumber, 4);
}
