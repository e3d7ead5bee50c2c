using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>An IPv4 address in its network: <c>192.168.122.10/24</c>.</summary>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">How many bits the network has of it.</param>
public sealed record IPNetworkAddress(IPAddress Address, int PrefixLength)
{
    /// <summary>The network's mask: <c>255.255.255.0</c>.</summary>
    public IPAddress Mask
    {
        get
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(0xffffffffUL << (32 - PrefixLength)));
            return new IPAddress(bytes);
        }
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="OptionException">It is none.</exception>
    public static IPNetworkAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('/') is [var address, var prefix]
            && IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetwork
            && int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length is > 0 and <= 32)
        {
            return new IPNetworkAddress(parsed, length);
        }

        throw new OptionException($"'{text}' is no address in its network: one is written 192.168.122.10/24");
    }
}
