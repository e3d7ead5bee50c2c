namespace Lodge.Cli.Virsh.Domains;

/// <summary><c>vcpupin</c>: on which CPUs of the host a virtual CPU may run.</summary>
internal static class VcpuPinning
{
    /// <summary>Runs the command.</summary>
    internal static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var list = arguments.Text("cpulist");
        if (list is null)
        {
            arguments.Exclusive("live", "config");
        }

        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var vcpu = arguments.UInt32("vcpu");
        if (list is null)
        {
            await QueryAsync(shell, domain, vcpu, await HostCpus.CountAsync(shell), impact);
            return;
        }

        if (vcpu is not { } number)
        {
            throw new CommandFailure("vcpupin: Missing vCPU number in pin mode.");
        }

        var map = CpuSet.Parse(list, await HostCpus.CountAsync(shell));
        if (impact == 0 && !arguments.Has("current"))
        {
            await domain.PinVcpuAsync(number, map);
        }
        else
        {
            await domain.PinVcpuFlagsAsync(number, map, impact);
        }
    }

    private static async Task QueryAsync(
        Shell shell, Domain domain, uint? vcpu, int cpus, VirDomainModificationImpact impact)
    {
        var live = impact.HasFlag(VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE);
        var flags = (VirDomainVcpuFlags)impact | VirDomainVcpuFlags.VIR_DOMAIN_VCPU_MAXIMUM;
        var count = await VcpuCounts.TryCountAsync(domain, flags)
            ?? throw new CommandFailure($"cannot get vcpupin for {(live ? "offline" : "transient")} domain");
        if (vcpu >= count)
        {
            var isLive = live || (impact == 0 && await domain.IsActiveAsync());
            throw new CommandFailure(
                $"vcpu {vcpu} is out of range of {(isLive ? "live" : "persistent")} cpu count {count}");
        }

        var mapLength = CpuSet.Length(cpus);
        var maps = await domain.GetVcpuPinInfoAsync(count, mapLength, impact);
        var table = new Table("VCPU", "CPU Affinity");
        for (var i = 0; i < maps.Length / mapLength; i++)
        {
            if (vcpu is null || vcpu == i)
            {
                table.Add($"{i}", CpuSet.Format(maps.AsSpan(i * mapLength, mapLength)));
            }
        }

        table.PrintTo(shell);
    }
}
