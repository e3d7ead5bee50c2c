using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about the network.</summary>
internal static class NetworkCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("network")
        {
            Options =
            [
                Flag("--activate"),
                Choice("--bindto", "mac").For(Rhel(7) | Fedora()),
                Text("--bondopts"),
                Text("--bondslaves"),
                Choice("--bootproto", "dhcp", "bootp", "static", "query", "ibft"),
                Text("--bridgeopts").For(Rhel(7) | Fedora()),
                Text("--bridgeslaves").For(Rhel(7) | Fedora()),
                Text("--device"),
                Text("--dhcpclass"),
                Text("--essid"),
                Text("--ethtool"),
                Text("--gateway"),
                Text("--hostname"),
                Text("--interfacename").For(Rhel(7) | Fedora()),
                Text("--ip"),
                Text("--ipv4-dns-search").For(Rhel(9) | Fedora(39)),
                Flag("--ipv4-ignore-auto-dns").For(Rhel(9) | Fedora(39)),
                Text("--ipv6"),
                Text("--ipv6-dns-search").For(Rhel(9) | Fedora(39)),
                Flag("--ipv6-ignore-auto-dns").For(Rhel(9) | Fedora(39)),
                Text("--ipv6gateway").For(Rhel(7) | Fedora()),
                Text("--mtu"),
                Text("--nameserver"),
                Text("--netmask"),
                Flag("--no-activate").For(Rhel(7) | Fedora()),
                Flag("--nodefroute"),
                Flag("--nodns"),
                Flag("--noipv4"),
                Flag("--noipv6"),
                Flag("--notksdevice"),
                Switch("--onboot"),
                Text("--teamconfig").For(Rhel(7) | Fedora()).Deprecated(Rhel(10)),
                Text("--teamslaves").For(Rhel(7) | Fedora()).Deprecated(Rhel(10)),
                Text("--vlanid"),
                Text("--wepkey"),
                Text("--wpakey").For(Rhel(7) | Fedora()),
            ],
            Same = static use => use.Text("--device") ?? "",
            Rule = NetworkRules.Network,
        },
    ];
}
