using Lodge.Model.Networks;

namespace Lodge.Network.Tests;

/// <summary>Networks that several tests speak of.</summary>
internal static class Networks
{
    public static NetworkDefinition Of(string inside, string name = "default") => NetworkXml.Parse($"""
        <network>
          <name>{name}</name>
          <uuid>265f1d97-8230-457c-adf1-9e1b8caaa82d</uuid>
          <bridge name='virbr0'/>
          {inside}
        </network>
        """);

    public static NetworkDefinition Nat(string nat = "") => Of($"""
        <forward mode='nat'>{nat}</forward>
        <ip address='192.168.122.1' netmask='255.255.255.0'/>
        """);
}
