using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Lodge.Host.Netlink;

/// <summary>One attribute of a message.</summary>
/// <param name="type">What it says.</param>
/// <param name="value">Its bytes.</param>
public readonly ref struct NetlinkAttribute(ushort type, ReadOnlySpan<byte> value)
{
    /// <summary>What it says; 0 for none.</summary>
    public ushort Type { get; } = type;

    /// <summary>Its bytes.</summary>
    public ReadOnlySpan<byte> Value { get; } = value;

    /// <summary>The attributes inside.</summary>
    public NetlinkAttributes Nested => new(Value);

    /// <summary>Its first byte; 0 where it is empty.</summary>
    public byte AsByte() => Value.IsEmpty ? (byte)0 : Value[0];

    /// <summary>16 bits; 0 where it is shorter.</summary>
    public ushort AsUInt16() => Value.Length < 2 ? (ushort)0 : BinaryPrimitives.ReadUInt16LittleEndian(Value);

    /// <summary>32 bits; 0 where it is shorter.</summary>
    public uint AsUInt32() => Value.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(Value);

    /// <summary>64 bits; 0 where it is shorter.</summary>
    public ulong AsUInt64() => Value.Length < 8 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(Value);

    /// <summary>A text without its closing zero.</summary>
    public string AsText() => Encoding.UTF8.GetString(Value.TrimEnd((byte)0));

    /// <summary>An address; null where it is neither IPv4 nor IPv6.</summary>
    public IPAddress? AsAddress() => Value.Length is 4 or 16 ? new IPAddress(Value) : null;
}
