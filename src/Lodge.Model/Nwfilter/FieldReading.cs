using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Nwfilter;

/// <summary>Reads an attribute of a rule in the first of its forms that fits.</summary>
internal static class FieldReading
{
    private const int LongestComment = 256;
    private const int LongestSetName = 31;
    private const int MostSetDirections = 6;

    private static readonly SearchValues<char> SetNameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-+ ");

    /// <summary>The value, or null where no form fits.</summary>
    public static FieldValue? Read(RuleField field, FieldKinds kinds, string text)
    {
        if (text.StartsWith('$'))
        {
            return VariableAccess.Parse(text[1..]) is { } variable ? new(FieldKinds.None, Variable: variable) : null;
        }

        for (var bit = 1; bit <= (int)FieldKinds.IpSetFlags; bit <<= 1)
        {
            var kind = (FieldKinds)bit;
            if ((kinds & kind) != 0 && Read(field, kind, text, out var value))
            {
                return Accepts(field, value) ? value : null;
            }
        }

        return null;
    }

    private static bool Read(RuleField field, FieldKinds kind, string text, out FieldValue value)
    {
        FieldValue? read = kind switch
        {
            FieldKinds.UInt8 => Number(kind, text, 10, byte.MaxValue),
            FieldKinds.UInt8Hex => Number(kind, text, 16, byte.MaxValue),
            FieldKinds.UInt16 => Number(kind, text, 10, ushort.MaxValue),
            FieldKinds.UInt16Hex => Number(kind, text, 16, ushort.MaxValue),
            FieldKinds.UInt32 => Number(kind, text, 10, uint.MaxValue),
            FieldKinds.UInt32Hex => Number(kind, text, 16, uint.MaxValue),
            FieldKinds.Mac => MacAddress.TryParse(text, out var mac) ? new(kind, mac.Value) : null,
            FieldKinds.MacMask => MacAddress.TryParse(text, out var mask) && IsMask(mask.Value)
                ? new(kind, mask.Value)
                : null,
            FieldKinds.Ipv4 or FieldKinds.Ipv6 =>
                Address(kind, text) is { } address ? new(kind, Address: address) : null,
            FieldKinds.Ipv4Mask => Mask(kind, text, FieldKinds.Ipv4, 32),
            FieldKinds.Ipv6Mask => Mask(kind, text, FieldKinds.Ipv6, 128),
            FieldKinds.Named => Named(field, text),
            FieldKinds.Text => new(kind, Text: Shortened(text)),
            FieldKinds.Boolean => new(kind, text is "true" or "1" or "yes" ? 1UL : 0),
            FieldKinds.IpSetName => text.Length <= LongestSetName && !text.AsSpan().ContainsAnyExcept(SetNameCharacters)
                ? new(kind, Text: text)
                : null,
            FieldKinds.IpSetFlags => SetDirections(text) is { } directions ? new(kind, Text: directions) : null,
            _ => null,
        };
        value = read ?? default;
        return read is not null;
    }

    private static bool Accepts(RuleField field, FieldValue value) => field switch
    {
        RuleField.ProtocolId => value.Number >= 0x600,
        RuleField.EncapProtocol => value.Number >= 0x3c,
        RuleField.VlanId => value.Number <= 4095,
        RuleField.Dscp => value.Number <= 63,
        _ => true,
    };

    private static FieldValue? Number(FieldKinds kind, string text, int radix, uint limit) =>
        Numbers.TryUInt(text, radix, out var number) && number <= limit ? new(kind, number) : null;

    /// <summary>Names keep the form libvirt gives the number they stand for.</summary>
    private static FieldValue? Named(RuleField field, string text) => field switch
    {
        RuleField.ProtocolId or RuleField.EncapProtocol when WordTable.EtherTypes.Number(text) is { } type =>
            new(FieldKinds.UInt16, type),
        RuleField.Opcode when WordTable.ArpOpcodes.Number(text) is { } opcode => new(FieldKinds.UInt16, opcode),
        RuleField.Protocol when WordTable.IpProtocols.Number(text) is { } protocol =>
            new(FieldKinds.UInt8Hex, protocol),
        RuleField.State when WordTable.States.Bits(text) is { } states =>
            new(FieldKinds.UInt16, (states & (ulong)ConnectionStates.None) != 0 ? (ulong)ConnectionStates.None
                : states),
        RuleField.Flags => TcpFlags(text),
        _ => null,
    };

    private static FieldValue? TcpFlags(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0 && WordTable.TcpFlags.Bits(text.AsSpan(0, slash)) is { } mask
            && WordTable.TcpFlags.Bits(text.AsSpan(slash + 1)) is { } flags
            ? new(FieldKinds.Named, (mask << 8) | flags)
            : null;
    }

    private static FieldValue? Mask(FieldKinds kind, string text, FieldKinds family, uint bits)
    {
        if (Numbers.TryUInt(text, 10, out var prefix))
        {
            return prefix <= bits ? new(kind, prefix) : null;
        }

        if (Address(family, text) is not { } mask)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        mask.TryWriteBytes(bytes, out var length);
        var ones = 0u;
        foreach (var part in bytes[..length])
        {
            ones += (uint)byte.PopCount(part);
        }

        return IsContiguous(bytes[..length], ones) ? new(kind, ones) : null;
    }

    private static bool IsContiguous(ReadOnlySpan<byte> bytes, uint ones)
    {
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            if ((bytes[bit / 8] >> (7 - (bit % 8)) & 1) != (bit < ones ? 1 : 0))
            {
                return false;
            }
        }

        return true;
    }

    private static IPAddress? Address(FieldKinds kind, string text)
    {
        var family = kind == FieldKinds.Ipv4 ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
        return !text.AsSpan().ContainsAny("[]%/") && IPAddress.TryParse(text, out var address)
            && address.AddressFamily == family
            ? address
            : null;
    }

    /// <summary>Ones, then zeros, in 48 bits.</summary>
    private static bool IsMask(ulong mask)
    {
        var zeros = ~mask & 0xffff_ffff_ffff;
        return (zeros & (zeros + 1)) == 0;
    }

    private static string? SetDirections(string text)
    {
        var parts = text.Split(',');
        return parts.Length <= MostSetDirections
            && Array.TrueForAll(parts, part => part.ToLowerInvariant() is "src" or "dst")
            ? text.ToLowerInvariant()
            : null;
    }

    private static string Shortened(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        while (bytes > LongestComment)
        {
            text = text[..^(char.IsLowSurrogate(text[^1]) && text.Length > 1 ? 2 : 1)];
            bytes = Encoding.UTF8.GetByteCount(text);
        }

        return text;
    }
}
