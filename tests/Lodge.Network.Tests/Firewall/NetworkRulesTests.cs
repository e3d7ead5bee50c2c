using Lodge.Network.Firewall;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Tests.Firewall;

public sealed class NetworkRulesTests
{
    [Fact]
    public void A_translated_network_lets_answers_in_and_guests_out_under_ports_that_nobody_trusts()
    {
        Assert.Equal("""
            add table inet lodge_net_265f1d978230457cadf19e1b8caaa82d
            delete table inet lodge_net_265f1d978230457cadf19e1b8caaa82d
            table inet lodge_net_265f1d978230457cadf19e1b8caaa82d {
            	chain forward {
            		type filter hook forward priority filter; policy accept;
            		iifname "virbr0" oifname "virbr0" accept
            		oifname "virbr0" ip daddr 192.168.122.0/24 ct state established,related accept
            		oifname "virbr0" reject
            		iifname "virbr0" ip saddr 192.168.122.0/24 accept
            		iifname "virbr0" reject
            	}
            	chain postrouting {
            		type nat hook postrouting priority srcnat; policy accept;
            		ip saddr 192.168.122.0/24 ip daddr 224.0.0.0/24 return
            		ip saddr 192.168.122.0/24 ip daddr 255.255.255.255 return
            		ip saddr 192.168.122.0/24 ip daddr != 192.168.122.0/24 meta l4proto tcp masquerade to :1024-65535
            		ip saddr 192.168.122.0/24 ip daddr != 192.168.122.0/24 meta l4proto udp masquerade to :1024-65535
            		ip saddr 192.168.122.0/24 ip daddr != 192.168.122.0/24 masquerade
            	}
            }

            """, NetworkRules.Install(Networks.Nat()));
    }

    [Fact]
    public void An_isolated_network_is_let_through_between_its_own_guests_alone()
    {
        var script = NetworkRules.Install(Networks.Of("<ip address='10.0.0.1' prefix='24'/>"));

        Assert.Contains(
            "\t\toifname \"virbr0\" reject\n\t\tiifname \"virbr0\" reject\n",
            script,
            StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.0", script, StringComparison.Ordinal);
        Assert.DoesNotContain("postrouting", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_routed_network_lets_new_connections_in_by_its_device_alone()
    {
        var script = NetworkRules.Install(Networks.Of(
            "<forward mode='route' dev='eth1'/><ip address='10.0.0.1' prefix='24'/>"
            + "<ip family='ipv6' address='2001:db8::1' prefix='64'/>"));

        Assert.Contains(
            "oifname \"virbr0\" iifname \"eth1\" ip daddr 10.0.0.0/24 accept\n",
            script,
            StringComparison.Ordinal);
        Assert.Contains(
            "iifname \"virbr0\" oifname \"eth1\" ip6 saddr 2001:db8::/64 accept\n",
            script,
            StringComparison.Ordinal);
        Assert.DoesNotContain("masquerade", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<nat><address start='1.2.3.4' end='1.2.3.10'/></nat>", "tcp snat ip to 1.2.3.4-1.2.3.10:1024-65535\n")]
    [InlineData("<nat><address start='1.2.3.4' end='1.2.3.4'/></nat>", "!= 192.168.122.0/24 snat ip to 1.2.3.4\n")]
    [InlineData("<nat><port start='500' end='1000'/></nat>", "udp masquerade to :500-1000\n")]
    public void Addresses_and_ports_outside_are_those_asked_for(string nat, string rule) =>
        Assert.Contains(rule, NetworkRules.Install(Networks.Nat(nat)), StringComparison.Ordinal);

    [Fact]
    public void IPv6_is_translated_only_where_asked_and_routed_else()
    {
        const string Addresses =
            "<ip address='10.0.0.1' prefix='24'/><ip family='ipv6' address='2001:db8::1' prefix='64'/>";
        var routed = NetworkRules.Install(Networks.Of("<forward mode='nat'/>" + Addresses));
        var translated = NetworkRules.Install(
            Networks.Of("<forward mode='nat'><nat ipv6='yes'/></forward>" + Addresses));

        Assert.DoesNotContain("ip6 daddr ff02::/16 return", routed, StringComparison.Ordinal);
        Assert.Contains("ip6 daddr 2001:db8::/64 accept", routed, StringComparison.Ordinal);
        Assert.Contains("ip6 daddr ff02::/16 return", translated, StringComparison.Ordinal);
        Assert.Contains(
            "ip6 daddr 2001:db8::/64 ct state established,related accept",
            translated,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_network_has_no_filter_at_all() =>
        Assert.False(NetworkRules.AreNeeded(Networks.Of("<forward mode='open'/><ip address='10.0.0.1' prefix='24'/>")));

    [Fact]
    public void A_name_that_would_end_its_quotes_is_refused()
    {
        var network = Networks.Of("<forward mode='nat' dev='a&quot; accept'/><ip address='10.0.0.1' prefix='24'/>");

        Assert.Equal(
            VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
            Assert.Throws<VirException>(() => NetworkRules.Install(network)).Code);
    }

    [Fact]
    public void Rules_in_somebody_elses_chain_are_found_by_their_mark_alone()
    {
        const string Listing = """
            table ip filter { # handle 1
            	chain DOCKER-USER { # handle 3
            		iifname "virbr0" counter packets 0 bytes 0 accept comment "mine" # handle 12
            		iifname "virbr0" counter packets 0 bytes 0 accept comment "theirs" # handle 13
            		oifname "virbr0" counter packets 0 bytes 0 accept comment "mine" # handle 14
            		return # handle 4
            	}
            }
            """;

        Assert.Equal(["12", "14"], ForwardPolicy.Handles(Listing, "mine"));
    }
}
