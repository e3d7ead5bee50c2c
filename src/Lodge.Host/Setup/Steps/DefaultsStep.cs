namespace Lodge.Host.Setup.Steps;

/// <summary>The network and the pool that guests use unless told otherwise; asked of the daemon that runs.</summary>
internal sealed class DefaultsStep : ISetupStep
{
    private const string Shell = "virsh";
    private const string Default = "default";
    private const string Yes = "yes";

    private const string Network =
        """
        <network>
          <name>default</name>
          <forward mode='nat'/>
          <bridge name='virbr0' stp='on' delay='0'/>
          <ip address='192.168.122.1' netmask='255.255.255.0'>
            <dhcp>
              <range start='192.168.122.2' end='192.168.122.254'/>
            </dhcp>
          </ip>
        </network>
        """;

    private const string Pool =
        """
        <pool type='dir'>
          <name>default</name>
          <target>
            <path>/var/lib/libvirt/images</path>
          </target>
        </pool>
        """;

    public string Name => "defaults";

    public async Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation)
    {
        if (!host.Files.Exists("/run/libvirt/libvirt-sock") || !host.Has(Shell))
        {
            return [];
        }

        return
        [
            .. await FindAsync(host, "network", "net", Network, cancellation),
            .. await FindAsync(host, "storage pool", "pool", Pool, cancellation),
        ];
    }

    private static async Task<List<SetupChange>> FindAsync(
        SetupHost host, string what, string prefix, string xml, CancellationToken cancellation)
    {
        var changes = new List<SetupChange>();
        var info = await host.RunAsync(Ask($"{prefix}-info", Default), cancellation);
        if (!info.IsSuccess)
        {
            changes.Add(new SetupChange(
                $"define the {what} 'default'",
                [Ask($"{prefix}-define", "/dev/stdin") with { Input = xml }],
                [Ask($"{prefix}-undefine", Default)]));
        }

        if (Says(info.Output, "Autostart") != Yes)
        {
            changes.Add(new SetupChange(
                $"have the {what} 'default' start with the daemon",
                [Ask($"{prefix}-autostart", Default)],
                [Ask($"{prefix}-autostart", Default, "--disable")]));
        }

        if (Says(info.Output, "Active") != Yes && Says(info.Output, "State") != "running")
        {
            changes.Add(new SetupChange(
                $"start the {what} 'default'",
                [Ask($"{prefix}-start", Default)],
                [Ask($"{prefix}-destroy", Default)]));
        }

        return changes;
    }

    private static SetupCommand Ask(params string[] words) =>
        new(Shell, ["-c", "qemu:///system", "-q", .. words]);

    private static string? Says(string output, string field) => output.Split('\n')
        .FirstOrDefault(line => line.StartsWith(field + ":", StringComparison.Ordinal))?[(field.Length + 1)..].Trim();
}
