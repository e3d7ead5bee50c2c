using System.Runtime.InteropServices;

namespace Lodge.Host.Netlink;

/// <summary>Numbers and headers of <c>rtnetlink(7)</c>.</summary>
internal static class RouteMessages
{
    public const ushort NewLink = 16;
    public const ushort DeleteLink = 17;
    public const ushort GetLink = 18;
    public const ushort SetLink = 19;
    public const ushort NewAddress = 20;
    public const ushort DeleteAddress = 21;
    public const ushort GetAddress = 22;
    public const ushort NewRoute = 24;
    public const ushort DeleteRoute = 25;
    public const ushort GetRoute = 26;
    public const ushort NewNeighbour = 28;
    public const ushort DeleteNeighbour = 29;
    public const ushort GetNeighbour = 30;

    public const byte BridgeFamily = 7;
    public const ushort Nested = 0x8000;

    public const ushort LinkAddress = 1;
    public const ushort LinkName = 3;
    public const ushort LinkMtu = 4;
    public const ushort LinkParent = 5;
    public const ushort LinkMaster = 10;
    public const ushort LinkProtocolInfo = 12;
    public const ushort LinkTransmitQueue = 13;
    public const ushort LinkOperationalState = 16;
    public const ushort LinkInfo = 18;
    public const ushort LinkAlias = 20;
    public const ushort LinkFunctions = 22;
    public const ushort FunctionInfo = 1;
    public const ushort FunctionAddress = 1;
    public const ushort FunctionVlan = 2;
    public const ushort LinkInfoKind = 1;
    public const ushort LinkInfoData = 2;

    public const ushort BridgeForwardDelay = 1;
    public const ushort BridgeAgeingTime = 4;
    public const ushort BridgeStp = 5;
    public const ushort BridgeVlanFiltering = 7;

    public const ushort PortHairpin = 4;
    public const ushort PortLearning = 8;
    public const ushort PortUnicastFlood = 9;
    public const ushort PortIsolated = 33;

    public const ushort VlanId = 1;
    public const ushort MacvlanMode = 1;
    public const ushort VethPeer = 1;

    public const uint FlagUp = 0x1;
    public const uint FlagLoopback = 0x8;
    public const uint FlagPromiscuous = 0x100;
    public const uint FlagAllMulticast = 0x200;
    public const uint FlagLowerUp = 0x10000;

    public const ushort AddressAddress = 1;
    public const ushort AddressLocal = 2;
    public const ushort AddressBroadcast = 4;
    public const ushort AddressFlags = 8;

    public const ushort RouteDestination = 1;
    public const ushort RouteInputLink = 3;
    public const ushort RouteOutputLink = 4;
    public const ushort RouteGateway = 5;
    public const ushort RoutePriority = 6;
    public const ushort RouteTable = 15;

    public const ushort NeighbourDestination = 1;
    public const ushort NeighbourLinkAddress = 2;

    /// <summary><c>struct ifinfomsg</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LinkHeader
    {
        public byte Family;
        public byte Padding;
        public ushort HardwareType;
        public int Index;
        public uint Flags;
        public uint Change;
    }

    /// <summary><c>struct ifaddrmsg</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct AddressHeader
    {
        public byte Family;
        public byte PrefixLength;
        public byte Flags;
        public byte Scope;
        public int Index;
    }

    /// <summary><c>struct rtmsg</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct RouteHeader
    {
        public byte Family;
        public byte DestinationLength;
        public byte SourceLength;
        public byte TypeOfService;
        public byte Table;
        public byte Protocol;
        public byte Scope;
        public byte Type;
        public uint Flags;
    }

    /// <summary><c>struct ndmsg</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct NeighbourHeader
    {
        public byte Family;
        public byte Padding1;
        public ushort Padding2;
        public int Index;
        public ushort State;
        public byte Flags;
        public byte Type;
    }
}
