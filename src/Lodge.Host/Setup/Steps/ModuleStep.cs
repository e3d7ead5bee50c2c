using Lodge.Host.Facts;

namespace Lodge.Host.Setup.Steps;

/// <summary>The kernel's modules for guests: loaded now, and with each start of the host.</summary>
internal sealed class ModuleStep : ISetupStep
{
    private const string List = "/etc/modules-load.d/lodge.conf";

    public string Name => "modules";

    public Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation)
    {
        var changes = new List<SetupChange>();
        var wanted = Wanted(host);
        var text = string.Concat(wanted.Select(static module => module + "\n"));
        if (host.Files.Text(List) != text)
        {
            changes.Add(new SetupChange(
                $"have {string.Join(", ", wanted)} loaded with each start of the host ({List})",
                [SetupCommand.Of("mkdir", "-p", "/etc/modules-load.d"), new SetupCommand("tee", [List], text)],
                [SetupCommand.Of("rm", "-f", List)]));
        }

        // A container has no program to load any: its host does.
        if ((host.IsThis || host.Files.Exists("/sys/module")) && host.Has("modprobe"))
        {
            changes.AddRange(wanted.Where(module => !IsLoaded(host, module)).Select(static module => new SetupChange(
                $"load the module {module}",
                [SetupCommand.Of("modprobe", module)],
                [SetupCommand.Of("modprobe", "-r", "-q", module)])));
        }

        return Task.FromResult<IReadOnlyList<SetupChange>>(changes);
    }

    private static IReadOnlyList<string> Wanted(SetupHost host)
    {
        var cpu = HostCpu.Read(host.Files);
        return cpu switch
        {
            _ when cpu.HasFlag("vmx") => ["kvm_intel", "vhost_net", "tun"],
            _ when cpu.HasFlag("svm") => ["kvm_amd", "vhost_net", "tun"],
            _ => ["vhost_net", "tun"],
        };
    }

    // What is built into the kernel has a device, and perhaps no folder of a module.
    private static bool IsLoaded(SetupHost host, string module) =>
        host.Files.Exists($"/sys/module/{module}") || host.Files.Exists(module switch
        {
            "tun" => "/dev/net/tun",
            "vhost_net" => "/dev/vhost-net",
            _ => "/dev/kvm",
        });
}
