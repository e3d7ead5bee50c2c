using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>The daemons that lines are run on: one that serves this machine already, and a lodged of our own.</summary>
public sealed class DaemonFixture : IAsyncLifetime
{
    private const string SystemSocket = "/run/libvirt/libvirt-sock";
    private const string Name = "lodge-interop";
    private const string Xml = $"""
        <domain type='qemu'>
          <name>{Name}</name>
          <title>A title</title>
          <memory unit='MiB'>64</memory>
          <vcpu current='1'>2</vcpu>
          <os><type arch='x86_64' machine='pc'>hvm</type></os>
          <features><acpi/></features>
          <devices>
            <disk type='file' device='cdrom'><target dev='hdc' bus='ide'/></disk>
            <interface type='user'><mac address='52:54:00:11:22:33'/><model type='virtio'/></interface>
            <serial type='pty'/><console type='pty'/>
            <graphics type='vnc' port='-1' autoport='yes' passwd='secret'/>
            <memballoon model='virtio'/>
          </devices>
        </domain>
        """;

    private LodgedProcess? _lodged;

    /// <summary>The URIs by a name for test results; those that are absent are left out.</summary>
    internal Dictionary<string, string> Uris { get; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (File.Exists(SystemSocket) && Environment.IsPrivilegedProcess)
        {
            Uris["system"] = "qemu:///system";
        }

        if (File.Exists(Checkout.ProgramPath("lodged")))
        {
            _lodged = await LodgedProcess.StartAsync();
            Uris["lodged"] = $"qemu+unix:///system?socket={_lodged.Socket}";
        }

        foreach (var uri in Uris.Values)
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, Xml);
            await VirshPair.OursAsync(uri, $"define {file}");
            File.Delete(file);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var uri in Uris.Values)
        {
            await VirshPair.OursAsync(uri, $"undefine {Name}");
        }

        if (_lodged is not null)
        {
            await _lodged.DisposeAsync();
        }
    }
}
