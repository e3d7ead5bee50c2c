using System.Xml.Linq;
using Lodge.Testing;

namespace Lodge.Daemon.Tests.Program;

/// <summary>What libvirt's own virsh makes of the connection.</summary>
public sealed class StockClientTests
{
    [Fact]
    public async Task Stock_virsh_learns_what_the_daemon_and_its_host_are()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/virsh"), "virsh is not installed");
        await using var daemon = await RunningDaemon.StartAsync();
        Assert.Equal(daemon.Uri, await daemon.VirshAsync("uri"));
        Assert.Contains("Using API: QEMU 9.0.0", await daemon.VirshAsync("version"), StringComparison.Ordinal);
        Assert.NotEqual("", await daemon.VirshAsync("hostname"));
        Assert.Contains($"CPU(s):              {Environment.ProcessorCount}", await daemon.VirshAsync("nodeinfo"),
            StringComparison.Ordinal);
        Assert.StartsWith("CPUs present:", await daemon.VirshAsync("nodecpumap"), StringComparison.Ordinal);
        Assert.Contains("user:", await daemon.VirshAsync("nodecpustats"), StringComparison.Ordinal);
        Assert.Contains("total  :", await daemon.VirshAsync("nodememstats"), StringComparison.Ordinal);
        Assert.StartsWith("Total: ", await daemon.VirshAsync("freecell"), StringComparison.Ordinal);
        var capabilities = XDocument.Parse(await daemon.VirshAsync("capabilities"));
        Assert.Equal("x86_64", capabilities.Root!.Element("host")!.Element("cpu")!.Element("arch")!.Value);
        Assert.Equal(
            "domainCapabilities", XDocument.Parse(await daemon.VirshAsync("domcapabilities")).Root!.Name.LocalName);
    }

    [Fact]
    public async Task What_only_looks_is_refused_changes_by_libvirts_words()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "python3 is not installed");
        await using var daemon = await RunningDaemon.StartAsync();
        const string program = """
            import libvirt, sys
            libvirt.registerErrorHandler(lambda *_: None, None)
            c = libvirt.openReadOnly(sys.argv[1])
            assert c.getType() == "QEMU" and c.getLibVersion() == 9000000 and c.isAlive() and c.isSecure()
            try:
                c.suspendForDuration(0, 60)
            except libvirt.libvirtError as e:
                print(e.get_error_code(), e.get_error_message())
            """;
        var run = await ProgramRun.OfAsync("/usr/bin/python3", ["-c", program, daemon.ReadOnlyUri]);
        Assert.SkipWhen(run.Errors.Contains("No module named 'libvirt'", StringComparison.Ordinal),
            "python3-libvirt is not installed");
        Assert.Equal("29 operation forbidden: read only access prevents virNodeSuspendForDuration\n", run.Output);
    }

    [Fact]
    public async Task Stock_virt_admin_lists_servers_and_clients()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/virt-admin"), "virt-admin is not installed");
        await using var daemon = await RunningDaemon.StartAsync();
        var uri = $"libvirtd+unix:///system?socket={daemon.Sockets}/libvirt-admin-sock";
        var list = await ProgramRun.OfAsync("/usr/bin/virt-admin", ["-c", uri, "srv-list"]);
        Assert.Contains("libvirtd", list.Output, StringComparison.Ordinal);
        var limits = await ProgramRun.OfAsync("/usr/bin/virt-admin", ["-c", uri, "srv-clients-info", "libvirtd"]);
        Assert.Contains("nclients_max        : 5000", limits.Output, StringComparison.Ordinal);
    }
}
