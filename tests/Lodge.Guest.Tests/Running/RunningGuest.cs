using System.Runtime.InteropServices;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>A guest with a disk of its own, on a daemon, driven by stock virsh.</summary>
internal sealed partial class RunningGuest
{
    private const string Virsh = "/usr/bin/virsh";

    private readonly LodgedProcess _lodged;

    private RunningGuest(LodgedProcess lodged, string name)
    {
        _lodged = lodged;
        Name = name;
        Image = Path.Combine(lodged.Root, name + ".qcow2");
    }

    /// <summary>The host's account for guests; null where it has none.</summary>
    public static uint? Account { get; } = File.ReadLines("/etc/passwd").Select(line => line.Split(':'))
        .Where(fields => fields[0] is "libvirt-qemu" or "qemu").Select(fields => (uint?)uint.Parse(fields[2]))
        .FirstOrDefault();

    public string Name { get; }

    /// <summary>The image of its disk.</summary>
    public string Image { get; }

    /// <summary>Makes the image, defines the domain and starts it.</summary>
    public static async Task<RunningGuest> StartAsync(LodgedProcess lodged, string name, string machine = "pc")
    {
        var guest = new RunningGuest(lodged, name);
        var made = await ProgramRun.OfAsync("qemu-img", ["create", "-q", "-f", "qcow2", guest.Image, "16M"]);
        Assert.True(made.ExitCode == 0, made.Errors);
        var xml = Path.Combine(lodged.Root, name + ".xml");
        await File.WriteAllTextAsync(xml, $"""
            <domain type='qemu'>
              <name>{name}</name>
              <memory unit='MiB'>64</memory>
              <vcpu current='1'>3</vcpu>
              <os><type arch='x86_64' machine='{machine}'>hvm</type></os>
              <features><acpi/></features>
              <devices>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/><source file='{guest.Image}'/><target dev='vda' bus='virtio'/>
                </disk>
                <serial type='pty'/><console type='pty'/>
              </devices>
            </domain>
            """);
        await guest.RunAsync("define", xml);
        await guest.DoAsync("start");
        return guest;
    }

    /// <summary>Runs a virsh command on this domain, which must succeed.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> DoAsync(string command, params string[] arguments) => RunAsync([command, Name, .. arguments]);

    /// <summary>Runs a virsh command on this domain, which must fail.</summary>
    /// <returns>What it complained of.</returns>
    public async Task<string> FailAsync(string command, params string[] arguments)
    {
        var run = await _lodged.RunAsync(Virsh, [command, Name, .. arguments]);
        Assert.True(run.ExitCode != 0, $"{command} should have failed: {run.Output}");
        return run.Errors;
    }

    /// <summary>Its state and the reason, as virsh says them.</summary>
    public async Task<string> StateAsync() => (await DoAsync("domstate", "--reason")).Trim();

    /// <summary>The command line of its QEMU.</summary>
    public string[] CommandLine() => File.ReadAllText($"/proc/{Pid()}/cmdline").Split('\0');

    /// <summary>The user that its QEMU runs as, and the capabilities it has.</summary>
    public (uint User, ulong Capabilities) Privileges()
    {
        var lines = File.ReadAllLines($"/proc/{Pid()}/status");
        var user = lines.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2];
        var effective = lines.Single(line => line.StartsWith("CapEff:", StringComparison.Ordinal)).Split('\t')[1];
        return (uint.Parse(user), Convert.ToUInt64(effective, 16));
    }

    /// <summary>Who owns a file.</summary>
    public static uint OwnerOf(string path)
    {
        var status = new byte[256];
        Assert.Equal(0, Status(-100, path, 0, 0x7ff, status));
        return BitConverter.ToUInt32(status, 0x14);
    }

    /// <summary>Ends its QEMU as a crash would.</summary>
    public void Crash() => _ = Kill(Pid(), 9);

    private int Pid() => _lodged.Processes().Single(pid =>
        File.ReadAllText($"/proc/{pid}/cmdline").Contains($"\0guest={Name},", StringComparison.Ordinal));

    private async Task<string> RunAsync(params string[] arguments)
    {
        var run = await _lodged.RunAsync(Virsh, arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)}: {run.Errors}");
        return run.Output;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, [Out] byte[] status);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
