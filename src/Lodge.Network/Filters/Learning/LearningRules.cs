using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters.Learning;

/// <summary>What a guest may do while its address is not known.</summary>
internal static class LearningRules
{
    /// <summary>The rules of a port for as long.</summary>
    public static PortRuleset Of(FilterBinding binding, LearningMode mode) => mode == LearningMode.Dhcp
        ? DhcpOnly(binding)
        : PortRuleset.Frames(
            binding.PortDevice,
            [$"ether saddr != {binding.Mac} drop", "ether type ip accept", "ether type arp accept", "drop"], []);

    /// <summary>Nothing passes.</summary>
    public static PortRuleset Nothing(string device) => PortRuleset.Frames(device, ["drop"], ["drop"]);

    private static PortRuleset DhcpOnly(FilterBinding binding)
    {
        var servers = binding.Filter.Parameters.TryGetValue("DHCPSERVER", out var given)
            ? given.Select(server => $"ip saddr {server} ")
            : [""];
        return PortRuleset.Frames(
            binding.PortDevice,
            [$"ether saddr {binding.Mac} ether type ip udp sport 68 udp dport 67 accept", "drop"],
            [
                .. servers.Select(server =>
                    $"ether daddr {{ {binding.Mac}, ff:ff:ff:ff:ff:ff }} ether type ip {server}"
                    + "udp sport 67 udp dport 68 accept"),
                "drop",
            ]);
    }
}
