using static Lodge.Host.Packets.PacketFilterStep;

namespace Lodge.Network.Filters.Learning;

/// <summary>Which frames the kernel hands over while addresses are learned.</summary>
internal static class LearningFilters
{
    private const uint WholeFrame = 2048;
    private const uint Outgoing = 4;

    /// <summary>DHCP messages: answers of servers to the guest, requests of the guest.</summary>
    /// <param name="toGuest">Which way.</param>
    public static Lodge.Host.Packets.PacketFilterStep[] Dhcp(bool toGuest)
    {
        var (source, destination) = toGuest ? (67u, 68u) : (68u, 67u);
        return
        [
            Way(), IfEqual(Outgoing, (byte)(toGuest ? 0 : 11), (byte)(toGuest ? 11 : 0)),
            Word(12), IfEqual(0x0800, 0, 9),
            Byte(23), IfEqual(17, 0, 7),
            Word(20), IfAnySet(0x1fff, 5, 0),
            HeaderLength(14), WordBeyondHeader(14), IfEqual(source, 0, 2),
            WordBeyondHeader(16), IfEqual(destination, 1, 0),
            Take(0), Take(WholeFrame),
        ];
    }

    /// <summary>ARP and IPv4 that the guest sends.</summary>
    public static Lodge.Host.Packets.PacketFilterStep[] Sent() =>
    [
        Way(), IfEqual(Outgoing, 3, 0),
        Word(12), IfEqual(0x0800, 2, 0), IfEqual(0x0806, 1, 0),
        Take(0), Take(64),
    ];
}
