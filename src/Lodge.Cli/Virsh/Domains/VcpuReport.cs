using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary><c>vcpuinfo</c>: what each virtual CPU does and where it may run.</summary>
internal static class VcpuReport
{
    /// <summary>Runs the command.</summary>
    internal static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pretty = arguments.Has("pretty");
        var domain = await shell.DomainAsync(arguments);
        var cpus = await HostCpus.CountAsync(shell);
        var info = await domain.GetInfoAsync();
        var mapLength = CpuSet.Length(cpus);
        DomainGetVcpusRet vcpus;
        try
        {
            vcpus = await domain.GetVcpusAsync((int)info.NrVirtCpu, mapLength);
        }
        catch (VirException) when ((VirDomainState)info.State == VirDomainState.VIR_DOMAIN_SHUTOFF)
        {
            await PrintInactiveAsync(shell, domain, cpus, pretty);
            return;
        }

        for (var i = 0; i < vcpus.Info.Length; i++)
        {
            shell.Print(i > 0 ? "\n" : "");
            var vcpu = vcpus.Info[i];
            shell.PrintField("VCPU:", vcpu.Number);
            shell.PrintField("CPU:", vcpu.Cpu);
            shell.PrintField("State:", StateText((VirVcpuState)vcpu.State));
            if (vcpu.CpuTime != 0)
            {
                shell.PrintField("CPU time:", CpuTime.Seconds(vcpu.CpuTime));
            }

            PrintAffinity(shell, vcpus.Cpumaps.AsSpan(i * mapLength, mapLength), cpus, pretty);
        }
    }

    private static async Task PrintInactiveAsync(Shell shell, Domain domain, int cpus, bool pretty)
    {
        var xml = await Shell.DomainXmlAsync(domain, VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE);
        var (online, most) = Online(xml);
        var mapLength = CpuSet.Length(cpus);
        var maps = await domain.GetVcpuPinInfoAsync(
            most, mapLength, VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG);
        var first = true;
        foreach (var vcpu in online)
        {
            shell.Print(first ? "" : "\n");
            first = false;
            shell.PrintField("VCPU:", vcpu);
            shell.PrintField("CPU:", "N/A");
            shell.PrintField("State:", "N/A");
            shell.PrintField("CPU time", "N/A");
            PrintAffinity(shell, maps.AsSpan(vcpu * mapLength, mapLength), cpus, pretty);
        }
    }

    /// <summary>The virtual CPUs that will be on at the next start, and how many there can be.</summary>
    private static (int[] Online, int Most) Online(XElement domain)
    {
        if (!int.TryParse(domain.Get("vcpu"), out var most))
        {
            throw new CommandFailure("Failed to retrieve maximum vcpu count");
        }

        var current = int.TryParse(domain.Get("vcpu/@current"), out var number) && number > 0 ? number : most;
        var listed = domain.All("vcpus/vcpu").ToArray();
        if (listed.Length == 0)
        {
            return ([.. Enumerable.Range(0, current)], most);
        }

        var online = listed.Where(static vcpu => vcpu.Get("@enabled") == "yes")
            .Select(static vcpu => int.TryParse(vcpu.Get("@id"), out var id) ? id : -1)
            .Where(static id => id >= 0)
            .ToArray();
        return online.Length == current
            ? (online, most)
            : throw new CommandFailure("Failed to retrieve vcpu state bitmap");
    }

    private static void PrintAffinity(Shell shell, ReadOnlySpan<byte> map, int cpus, bool pretty) =>
        shell.PrintField(
            "CPU Affinity:",
            pretty ? $"{CpuSet.Format(map)} (out of {cpus})" : CpuSet.Letters(map, cpus));

    private static string StateText(VirVcpuState state) => state switch
    {
        VirVcpuState.VIR_VCPU_OFFLINE => "offline",
        VirVcpuState.VIR_VCPU_RUNNING => "running",
        VirVcpuState.VIR_VCPU_BLOCKED => "blocked",
        _ => "no state",
    };
}
