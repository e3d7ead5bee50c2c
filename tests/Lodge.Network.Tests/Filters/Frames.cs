using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;

namespace Lodge.Network.Tests.Filters;

/// <summary>Frames as hosts send them, and as liars do.</summary>
internal static class Frames
{
    public const string Broadcast = "ff:ff:ff:ff:ff:ff";

    /// <summary>A frame that is unlike any other.</summary>
    public static byte[] Mark() => Ethernet("02:00:00:00:00:99", Broadcast, 0x88b5, Guid.NewGuid().ToByteArray());

    public static byte[] Ethernet(string source, string destination, ushort type, params ReadOnlySpan<byte> payload)
    {
        var frame = new byte[14 + payload.Length];
        Mac(destination).CopyTo(frame, 0);
        Mac(source).CopyTo(frame, 6);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(12), type);
        payload.CopyTo(frame.AsSpan(14));
        return frame;
    }

    public static byte[] Arp(
        string sender, string senderIp, string targetIp, ushort operation = 1, string? source = null,
            ushort type = 0x0806,
        string target = "00:00:00:00:00:00")
    {
        var packet = new byte[28];
        BinaryPrimitives.WriteUInt64BigEndian(packet, 0x0001_0800_0604_0000UL | operation);
        Mac(sender).CopyTo(packet, 8);
        Ip(senderIp).CopyTo(packet, 14);
        Mac(target).CopyTo(packet, 18);
        Ip(targetIp).CopyTo(packet, 24);
        return Ethernet(source ?? sender, Broadcast, type, packet);
    }

    /// <summary>An IPv4 packet that carries something.</summary>
    public static byte[] Ipv4(
        string source, string destination, byte protocol, ReadOnlySpan<byte> payload,
        string sourceMac = FilteredSegment.GuestMac, string destinationMac = FilteredSegment.PeerMac, byte dscp = 0)
    {
        var packet = new byte[20 + payload.Length];
        packet[0] = 0x45;
        packet[1] = (byte)(dscp << 2);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        packet[8] = 64;
        packet[9] = protocol;
        Ip(source).CopyTo(packet, 12);
        Ip(destination).CopyTo(packet, 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(10), Checksum(packet.AsSpan(0, 20)));
        payload.CopyTo(packet.AsSpan(20));
        return Ethernet(sourceMac, destinationMac, 0x0800, packet);
    }

    public static byte[] Udp(
        string source, ushort sourcePort, string destination, ushort destinationPort, bool fromGuest = true,
            params byte[] data)
    {
        var packet = new byte[8 + data.Length];
        BinaryPrimitives.WriteUInt16BigEndian(packet, sourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), destinationPort);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), (ushort)packet.Length);
        data.CopyTo(packet, 8);
        return Between(source, destination, 17, packet, fromGuest);
    }

    public static byte[] Tcp(
        string source, ushort sourcePort, string destination, ushort destinationPort, bool fromGuest = true,
            byte flags = 0x02)
    {
        var packet = new byte[20];
        BinaryPrimitives.WriteUInt16BigEndian(packet, sourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), destinationPort);
        packet[12] = 0x50;
        packet[13] = flags;
        return Between(source, destination, 6, packet, fromGuest);
    }

    public static byte[] Icmp(string source, string destination, byte type, bool fromGuest = true) =>
        Between(source, destination, 1, [type, 0, 0, 0, 0, 0, 0, 0], fromGuest);

    public static byte[] Ipv6(string source, string destination, byte next, ReadOnlySpan<byte> payload,
        string sourceMac)
    {
        var packet = new byte[40 + payload.Length];
        packet[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), (ushort)payload.Length);
        packet[6] = next;
        packet[7] = 64;
        IPAddress.Parse(source).GetAddressBytes().CopyTo(packet, 8);
        IPAddress.Parse(destination).GetAddressBytes().CopyTo(packet, 24);
        payload.CopyTo(packet.AsSpan(40));
        return Ethernet(sourceMac, FilteredSegment.PeerMac, 0x86dd, packet);
    }

    /// <summary>A server's acknowledgement of a lease.</summary>
    public static byte[] DhcpAcknowledge(string client, string address, uint lease, string server = "10.0.0.1")
    {
        var message = new byte[300];
        (message[0], message[1], message[2]) = (2, 1, 6);
        Ip(address).CopyTo(message, 16);
        Mac(client).CopyTo(message, 28);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(236), 0x63825363);
        ((byte[])[53, 1, 5, 51, 4]).CopyTo(message, 240);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(245), lease);
        message[249] = 255;
        var udp = Udp(server, 67, address, 68, fromGuest: false, message);
        return udp;
    }

    private static byte[] Between(string source, string destination, byte protocol, byte[] packet, bool fromGuest) =>
        fromGuest
        ? Ipv4(source, destination, protocol, packet)
        : Ipv4(source, destination, protocol, packet, FilteredSegment.PeerMac, FilteredSegment.GuestMac);

    private static byte[] Mac(string text) => PhysicalAddress.Parse(text).GetAddressBytes();

    private static byte[] Ip(string text) => IPAddress.Parse(text).GetAddressBytes();

    private static ushort Checksum(ReadOnlySpan<byte> header)
    {
        var sum = 0u;
        for (var index = 0; index < header.Length; index += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(header[index..]);
        }

        return (ushort)~((sum & 0xffff) + (sum >> 16));
    }
}
