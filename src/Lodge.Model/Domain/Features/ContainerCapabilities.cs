using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The capabilities that a container's processes may have (<c>&lt;capabilities&gt;</c>).</summary>
public sealed class ContainerCapabilities
{
    private static readonly string[] Names =
    [
        "audit_control", "audit_write", "block_suspend", "chown", "dac_override", "dac_read_search", "fowner", "fsetid",
        "ipc_lock", "ipc_owner", "kill", "lease", "linux_immutable", "mac_admin", "mac_override", "mknod", "net_admin",
        "net_bind_service", "net_broadcast", "net_raw", "setgid", "setfcap", "setpcap", "setuid",
        "sys_admin", "sys_boot",
        "sys_chroot", "sys_module", "sys_nice", "sys_pacct", "sys_ptrace", "sys_rawio", "sys_resource", "sys_time",
        "sys_tty_config", "syslog", "wake_alarm",
    ];

    /// <summary>What becomes of those not named.</summary>
    public CapabilitiesPolicy Policy { get; set; }

    /// <summary>Whether each one named is allowed.</summary>
    public SortedList<string, bool> States { get; } = new(StringComparer.Ordinal);

    internal static ContainerCapabilities Parse(Element element)
    {
        var capabilities = new ContainerCapabilities { Policy = element.Named(
            "policy", CapabilitiesPolicyNames.Table) };
        foreach (var capability in element.Children)
        {
            capabilities.States[capability.Name] = Names.Contains(capability.Name)
                ? capability.OnOff("state") ?? true
                : throw XmlError.Unsupported($"unexpected capability feature '{capability.Name}'");
        }

        return capabilities;
    }

    internal void Format(XmlOutput output)
    {
        if (Policy == CapabilitiesPolicy.Default && States.Count == 0)
        {
            return;
        }

        output.Start("capabilities").Attribute("policy", Policy.ToXml());
        foreach (var name in Names)
        {
            if (States.TryGetValue(name, out var allowed))
            {
                output.Start(name).OnOff("state", allowed).End();
            }
        }

        output.End();
    }
}
