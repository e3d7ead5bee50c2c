using System.Runtime.InteropServices;

namespace Lodge.Host.Packets;

/// <summary>One instruction of the kernel's classic packet filter.</summary>
/// <param name="Code">What it does.</param>
/// <param name="True">Instructions to pass over where a comparison holds.</param>
/// <param name="False">Instructions to pass over where it does not.</param>
/// <param name="Value">Its operand.</param>
/// <remarks>Source: Linux <c>filter.h</c>, <c>struct sock_filter</c>.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct PacketFilterStep(ushort Code, byte True, byte False, uint Value)
{
    private const ushort LoadByte = 0x30;
    private const ushort LoadWord = 0x28;
    private const ushort LoadWordAtIndex = 0x48;
    private const ushort LoadIpHeaderLength = 0xb1;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAnySet = 0x45;
    private const ushort Return = 0x06;
    private const uint PacketType = 0xfffff004;

    /// <summary>Loads a byte of the frame.</summary>
    public static PacketFilterStep Byte(uint offset) => new(LoadByte, 0, 0, offset);

    /// <summary>Loads two bytes of the frame.</summary>
    public static PacketFilterStep Word(uint offset) => new(LoadWord, 0, 0, offset);

    /// <summary>Loads two bytes beyond the IP header.</summary>
    public static PacketFilterStep WordBeyondHeader(uint offset) => new(LoadWordAtIndex, 0, 0, offset);

    /// <summary>Takes the length of the IP header that begins there as the index.</summary>
    public static PacketFilterStep HeaderLength(uint offset) => new(LoadIpHeaderLength, 0, 0, offset);

    /// <summary>Loads which way the frame goes (4: out of this device).</summary>
    public static PacketFilterStep Way() => new(LoadByte, 0, 0, PacketType);

    /// <summary>Compares what was loaded.</summary>
    public static PacketFilterStep IfEqual(uint value, byte then, byte otherwise) =>
        new(JumpIfEqual, then, otherwise, value);

    /// <summary>Looks at bits of what was loaded.</summary>
    public static PacketFilterStep IfAnySet(uint bits, byte then, byte otherwise) =>
        new(JumpIfAnySet, then, otherwise, bits);

    /// <summary>Takes so many bytes of the frame; none passes it over.</summary>
    public static PacketFilterStep Take(uint bytes) => new(Return, 0, 0, bytes);
}
