using System.Buffers.Binary;
using System.Net;
using Lodge.Model.Domain;

namespace Lodge.Network.Filters.Learning;

/// <summary>What a DHCP message of IPv4 says of an address.</summary>
/// <param name="Type">Its type (option 53): 4 declines, 5 acknowledges, 7 releases.</param>
/// <param name="Client">The client's hardware address.</param>
/// <param name="ClientAddress">The address the client has.</param>
/// <param name="OfferedAddress">The address the server gives.</param>
/// <param name="Lease">How long, in seconds (option 51).</param>
/// <remarks>Source: RFC 2131, RFC 2132.</remarks>
internal readonly record struct DhcpMessage(
    byte Type, MacAddress Client, IPAddress ClientAddress, IPAddress OfferedAddress, uint Lease)
{
    public const byte Decline = 4;
    public const byte Acknowledge = 5;
    public const byte Release = 7;

    private const int FrameHeader = 14;
    private const int UdpHeader = 8;
    private const int FixedPart = 236;
    private const uint Cookie = 0x63825363;
    private const byte Padding = 0;
    private const byte LeaseOption = 51;
    private const byte TypeOption = 53;
    private const byte EndOption = 255;

    /// <summary>Reads a message out of a frame; nothing where it is none, or broken.</summary>
    public static DhcpMessage? Read(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < FrameHeader + 20 || BinaryPrimitives.ReadUInt16BigEndian(frame[12..]) != 0x0800)
        {
            return null;
        }

        var packet = frame[FrameHeader..];
        var header = (packet[0] & 0xf) * 4;
        if (packet[0] >> 4 != 4 || header < 20 || packet[9] != 17 || packet.Length < header + UdpHeader + FixedPart + 4)
        {
            return null;
        }

        var message = packet[(header + UdpHeader)..];
        if (message[1] != 1 || message[2] != 6 || BinaryPrimitives.ReadUInt32BigEndian(message[FixedPart..]) != Cookie)
        {
            return null;
        }

        var client = new MacAddress(BinaryPrimitives.ReadUInt64BigEndian(message[26..]) & 0xffff_ffff_ffff);
        return Options(message[(FixedPart + 4)..]) is var (type, lease) && type != 0
            ? new(type, client, new IPAddress(message.Slice(12, 4)), new IPAddress(message.Slice(16, 4)), lease)
            : null;
    }

    private static (byte Type, uint Lease) Options(ReadOnlySpan<byte> options)
    {
        var (type, lease) = ((byte)0, 0u);
        while (options.Length > 0 && options[0] != EndOption)
        {
            if (options[0] == Padding)
            {
                options = options[1..];
                continue;
            }

            if (options.Length < 2 || options.Length < 2 + options[1])
            {
                break;
            }

            var value = options.Slice(2, options[1]);
            switch (options[0])
            {
                case TypeOption when value.Length == 1:
                    type = value[0];
                    break;
                case LeaseOption when value.Length == 4:
                    lease = BinaryPrimitives.ReadUInt32BigEndian(value);
                    break;
            }

            options = options[(2 + options[1])..];
        }

        return (type, lease);
    }
}
