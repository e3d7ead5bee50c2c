using System.Net;
using System.Net.Sockets;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>An address of a network's bridge, and what is served there (<c>&lt;ip&gt;</c>).</summary>
public sealed record NetworkIp
{
    /// <summary><c>ipv4</c> or <c>ipv6</c>, where the element says so.</summary>
    public string? Family { get; init; }

    /// <summary>The bridge's address.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The mask, where it was given as one.</summary>
    public IPAddress? Netmask { get; init; }

    /// <summary>The bits of the network, where they were given; 0 where not.</summary>
    public uint Prefix { get; init; }

    /// <summary>Whether reverse look-ups of the network stay in it.</summary>
    public bool? LocalPtr { get; init; }

    /// <summary>The folder that TFTP serves.</summary>
    public string? TftpRoot { get; init; }

    /// <summary>What DHCP hands out.</summary>
    public IReadOnlyList<DhcpRange> Ranges { get; init; } = [];

    /// <summary>Who always gets the same.</summary>
    public IReadOnlyList<DhcpHost> Hosts { get; init; } = [];

    /// <summary>The file that guests boot from.</summary>
    public string? BootFile { get; init; }

    /// <summary>Where that file is; null for the network's own server.</summary>
    public IPAddress? BootServer { get; init; }

    /// <summary>Whether DHCP is served.</summary>
    public bool HasDhcp => Ranges.Count > 0 || Hosts.Count > 0;

    /// <summary>Whether it is an IPv6 address.</summary>
    public bool IsV6 => Address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>The bits of the network, by prefix, mask or the address's class; -1 for a mask with holes.</summary>
    public int EffectivePrefix => Prefix > 0 ? (int)Prefix
        : Netmask is { } mask ? IpArithmetic.Prefix(mask) ?? -1
        : IpArithmetic.ClassPrefix(Address);

    /// <summary>The network's own address.</summary>
    public IPAddress Network => IpArithmetic.Mask(Address, EffectivePrefix);

    internal static NetworkIp Parse(string network, Element element)
    {
        var text = element.Attribute("address") is { Length: > 0 } given ? given
            : throw NetworkError.Xml($"Missing required address attribute in network '{network}'");
        var mask = element.Attribute("netmask") is { Length: > 0 } netmask ? netmask : null;
        var ip = new NetworkIp
        {
            Family = element.Attribute("family") is { Length: > 0 } family ? family : null,
            Address = IpText.Parse(text, () => NetworkError.Xml($"Invalid address '{text}' in network '{network}'")),
            Netmask = mask is null ? null : IpText.Parse(
                mask, () => NetworkError.Xml($"Invalid netmask '{mask}' in network '{network}'")),
            Prefix = element.UInt("prefix") ?? 0,
            LocalPtr = element.YesNo("localPtr"),
        };
        ip.Check(network, text, mask);
        if (element.Child("dhcp") is { } dhcp) ip = ip.WithDhcp(network, dhcp);
        if (element.Child("tftp") is not { } tftp) return ip;
        return ip.IsV6
            ? throw NetworkError.Unsupported(
                $"Unsupported <tftp> element in an IPv6 element in network '{network}'")
            : ip with { TftpRoot = tftp.Attribute("root") is { Length: > 0 } root ? root : null };
    }

    internal void Format(XmlOutput output)
    {
        output.Start("ip").Attribute("family", Family).Attribute("address", Address.ToString())
            .Attribute("netmask", Netmask?.ToString()).AttributeUnlessZero("prefix", Prefix)
            .YesNo("localPtr", LocalPtr);
        if (TftpRoot is not null) output.Start("tftp").Attribute("root", TftpRoot).End();
        if (HasDhcp)
        {
            output.Start("dhcp");
            foreach (var range in Ranges) range.Format(output);
            foreach (var host in Hosts) host.Format(output);
            if (BootFile is not null)
            {
                output.Start("bootp").Attribute("file", BootFile).Attribute("server", BootServer?.ToString()).End();
            }

            output.End();
        }

        output.EndLong();
    }

    private void Check(string network, string address, string? netmask)
    {
        switch (Family)
        {
            case null or "ipv4":
                if (IsV6)
                {
                    throw NetworkError.Unsupported(
                        $"{Family ?? "no"} family specified for non-IPv4 address '{address}' in network '{network}'");
                }

                if (Netmask is not null)
                {
                    CheckMask(network, address, netmask!);
                }
                else if (Prefix > 32)
                {
                    throw NetworkError.Unsupported($"Invalid IPv4 prefix '{Prefix}' in network '{network}'");
                }

                break;
            case "ipv6":
                if (!IsV6)
                {
                    throw NetworkError.Unsupported(
                        $"Family 'ipv6' specified for non-IPv6 address '{address}' in network '{network}'");
                }

                if (Netmask is not null)
                {
                    throw NetworkError.Unsupported(
                        $"netmask not allowed for IPv6 address '{address}' in network '{network}'");
                }

                if (Prefix > 128)
                {
                    throw NetworkError.Unsupported($"Invalid IPv6 prefix '{Prefix}' in network '{network}'");
                }

                break;
            default:
                throw NetworkError.Xml($"Unrecognized family '{Family}' in network '{network}'");
        }
    }

    private void CheckMask(string network, string address, string netmask)
    {
        if (Netmask!.AddressFamily != AddressFamily.InterNetwork)
        {
            throw NetworkError.Unsupported(
                $"Invalid netmask '{netmask}' for address '{address}' in network '{network}' (both must be IPv4)");
        }

        if (Prefix > 0)
        {
            throw NetworkError.Unsupported(
                $"Network '{network}' IP address cannot have both a prefix and a netmask");
        }
    }

    private NetworkIp WithDhcp(string network, Element dhcp)
    {
        var ip = this;
        foreach (var child in dhcp.Children)
        {
            switch (child.Name)
            {
                case "range":
                    ip = ip with { Ranges = [.. ip.Ranges, DhcpRange.Parse(network, child, this)] };
                    break;
                case "host":
                    ip = ip with
                    {
                        Hosts = [.. ip.Hosts, DhcpHost.Parse(network, child, Address.AddressFamily, isPattern: false)],
                    };
                    break;
                case "bootp" when !IsV6 && child.Attribute("file") is { } file:
                    ip = ip with
                    {
                        BootFile = file,
                        BootServer = child.Attribute("server") is { } server ? IpText.Parse(server) : null,
                    };
                    break;
            }
        }

        return ip;
    }
}
