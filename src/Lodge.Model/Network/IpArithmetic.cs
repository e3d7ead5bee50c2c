using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text;

namespace Lodge.Model.Networks;

/// <summary>Sums over addresses: networks, masks, broadcasts, names of reverse look-ups.</summary>
public static class IpArithmetic
{
    private const int DefaultPrefix6 = 64;

    /// <summary>How many bits an address of the family has.</summary>
    public static int Bits(AddressFamily family) => family == AddressFamily.InterNetworkV6 ? 128 : 32;

    /// <summary>The address with all bits behind the prefix cleared.</summary>
    public static IPAddress Mask(IPAddress address, int prefix) => Combine(address, prefix, host: 0);

    /// <summary>The address with all bits behind the prefix set.</summary>
    public static IPAddress Broadcast(IPAddress address, int prefix) => Combine(address, prefix, host: 0xff);

    /// <summary>The mask of a prefix.</summary>
    public static IPAddress Netmask(AddressFamily family, int prefix)
    {
        var ones = new byte[Bits(family) / 8];
        ones.AsSpan().Fill(0xff);
        return Mask(new IPAddress(ones), prefix);
    }

    /// <summary>The prefix of an IPv4 mask; null where its ones are not all in front.</summary>
    public static int? Prefix(IPAddress netmask)
    {
        var value = ToNumber(netmask) << 96;
        var ones = (int)UInt128.PopCount(value);
        return UInt128.LeadingZeroCount(~value) == (UInt128)ones ? ones : null;
    }

    /// <summary>The prefix an address has by its class, where nothing is said.</summary>
    public static int ClassPrefix(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return DefaultPrefix6;
        return (ToNumber(address) >> 24) switch
        {
            var first when first < 128 => 8,
            var first when first < 192 => 16,
            var first when first < 224 => 24,
            _ => 0,
        };
    }

    /// <summary>Whether an address is in a network.</summary>
    public static bool Contains(IPAddress network, int prefix, IPAddress address) =>
        network.AddressFamily == address.AddressFamily && Mask(network, prefix).Equals(Mask(address, prefix));

    /// <summary>Whether two networks share an address.</summary>
    public static bool Overlaps(IPAddress first, int firstPrefix, IPAddress second, int secondPrefix) =>
        Contains(first, Math.Min(firstPrefix, secondPrefix), second);

    /// <summary>An address as a number.</summary>
    public static UInt128 ToNumber(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = address.TryWriteBytes(bytes, out var length);
        var value = UInt128.Zero;
        foreach (var part in bytes[..length]) value = (value << 8) | part;
        return value;
    }

    /// <summary>
    /// The name of a network's reverse look-ups (<c>virSocketAddrPTRDomain</c>); null where the prefix does not end
    /// with a
    /// byte (IPv4) or half a byte (IPv6).
    /// </summary>
    public static string? ReverseDomain(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        var name = new StringBuilder();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            if (prefix is 0 or >= 32 || prefix % 8 != 0) return null;
            for (var index = (prefix / 8) - 1; index >= 0; index--)
            {
                name.Append(CultureInfo.InvariantCulture, $"{bytes[index]}.");
            }

            return name.Append("in-addr.arpa").ToString();
        }

        if (prefix is 0 or >= 128 || prefix % 4 != 0) return null;
        for (var index = (prefix / 4) - 1; index >= 0; index--)
        {
            var half = index % 2 == 0 ? bytes[index / 2] >> 4 : bytes[index / 2] & 0xf;
            name.Append(CultureInfo.InvariantCulture, $"{half:x}.");
        }

        return name.Append("ip6.arpa").ToString();
    }

    private static IPAddress Combine(IPAddress address, int prefix, byte host)
    {
        var bytes = address.GetAddressBytes();
        for (var index = 0; index < bytes.Length; index++)
        {
            var kept = Math.Clamp(prefix - (index * 8), 0, 8);
            var mask = (byte)(0xff00 >> kept);
            bytes[index] = (byte)((bytes[index] & mask) | (host & ~mask));
        }

        return new IPAddress(bytes);
    }
}
