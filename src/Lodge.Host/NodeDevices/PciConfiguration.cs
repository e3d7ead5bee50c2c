using System.Buffers.Binary;
using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>What a PCI function's configuration space tells (PCI Local Bus 3.0, PCI Express Base).</summary>
/// <param name="Header">The header's type, without the bit that says there are more functions.</param>
/// <param name="IsExpress">Whether it has the PCI Express capability.</param>
/// <param name="LinkCapability">What its link can do; null where it has no link.</param>
/// <param name="LinkStatus">What its link does.</param>
internal sealed record PciConfiguration(int Header, bool IsExpress, PcieLink? LinkCapability, PcieLink? LinkStatus)
{
    private const int StatusOffset = 0x06;
    private const int HeaderOffset = 0x0e;
    private const int CapabilitiesOffset = 0x34;
    private const int HeaderLength = 0x40;
    private const int ConventionalLength = 256;
    private const int HasCapabilities = 0x10;
    private const int Express = 0x10;
    private const int RootComplexEndpoint = 9;
    private const int RootComplexCollector = 10;

    /// <summary>Reads it; null where this process may not, for only root sees more than the first bytes.</summary>
    public static PciConfiguration? Read(SysfsDevice device) =>
        device.Bytes("config") is { Length: > HeaderLength } space ? Parse(space) : null;

    internal static PciConfiguration Parse(ReadOnlySpan<byte> space)
    {
        var header = space[HeaderOffset] & 0x7f;
        var express = Find(space, Express);
        if (express < 0)
        {
            // As libvirt guesses it: a space longer than conventional PCI's is one of PCI Express.
            return new(header, space.Length != ConventionalLength, null, null);
        }

        if (express + 0x14 > space.Length)
        {
            return new(header, true, null, null);
        }

        var type = (BinaryPrimitives.ReadUInt16LittleEndian(space[(express + 2)..]) & 0xf0) >> 4;
        if (type is RootComplexEndpoint or RootComplexCollector)
        {
            return new(header, true, null, null);
        }

        var can = BinaryPrimitives.ReadUInt32LittleEndian(space[(express + 0x0c)..]);
        var does = BinaryPrimitives.ReadUInt16LittleEndian(space[(express + 0x12)..]);
        return new(
            header,
            true,
            new PcieLink((int)(can >> 24), (int)(can & 0xf), (int)(can & 0x3f0) >> 4),
            new PcieLink(null, does & 0xf, (does & 0x3f0) >> 4));
    }

    private static int Find(ReadOnlySpan<byte> space, int capability)
    {
        if ((space[StatusOffset] & HasCapabilities) == 0)
        {
            return -1;
        }

        // A broken list may lead in a circle: no list is longer than the space has places.
        var position = (int)space[CapabilitiesOffset];
        for (var steps = 0; steps < space.Length / 4; steps++)
        {
            if (position < HeaderLength || position == 0xff || position + 1 >= space.Length)
            {
                return -1;
            }

            if (space[position] == capability)
            {
                return position;
            }

            position = space[position + 1];
        }

        return -1;
    }
}
