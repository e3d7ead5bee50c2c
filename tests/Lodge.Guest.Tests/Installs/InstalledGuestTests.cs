using Lodge.Testing;

namespace Lodge.Guest.Tests.Installs;

/// <summary>
/// Our virt-install takes the test installer from nothing to a guest that starts from its own disk and greets by the
/// name that its kickstart gave, with no key pressed; and by hand on its console.
/// </summary>
public sealed class InstalledGuestTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private LodgedProcess? _lodged;

    private LodgedProcess Lodged => _lodged!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may make the guests' network");
        Assert.SkipUnless(TestInstaller.IsBuilt, "tools/testinstall/build has not been run");
        _lodged = await LodgedProcess.StartAsync();
    }

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task A_tree_with_an_injected_kickstart_installs_a_guest_that_greets_by_its_name()
    {
        var kickstart = await KickstartAsync("injected.example.org");

        await InstallAsync(
            "injected", "--network", "none", "--location", TestInstaller.Tree, "--initrd-inject", kickstart,
            "--extra-args", $"inst.ks=file:/ks.cfg {TestGuest.KernelArguments}");

        await AssertGreetsAsync("injected", "injected.example.org");
    }

    [Fact]
    public async Task An_image_with_a_kickstart_disk_beside_it_installs_a_guest_that_greets_by_its_name()
    {
        await KickstartAsync("oemdrv.example.org");
        var disk = Path.Combine(Lodged.Root, "oemdrv.iso");
        var made = await ProgramRun.OfAsync("xorriso",
            ["-as", "mkisofs", "-quiet", "-R", "-V", "OEMDRV", "-o", disk, Path.Combine(Lodged.Root, "ks")]);
        Assert.True(made.ExitCode == 0, made.Errors);

        await InstallAsync(
            "oemdrv", "--network", "none", "--cdrom", TestInstaller.Image,
            "--disk", $"path={disk},device=cdrom,readonly=on");

        await AssertGreetsAsync("oemdrv", "oemdrv.example.org");
    }

    [Fact]
    public async Task A_tree_on_a_server_with_a_served_kickstart_installs_a_guest_that_greets_by_its_name()
    {
        using var server = await TreeServer.StartAsync(
            Lodged, TestInstaller.Kickstart("served.example.org", $"url --url={TreeServer.Tree}"));

        await InstallAsync(
            "served", "--network", "network=default,model=virtio", "--location", TreeServer.Tree,
            "--extra-args", $"inst.ks={TreeServer.Kickstart} {TestGuest.KernelArguments}");

        await AssertGreetsAsync("served", "served.example.org");
    }

    [Fact]
    public async Task An_attended_installation_from_a_CD_goes_by_keys_on_the_console()
    {
        var run = await ProgramRun.OfAsync(
            "/usr/bin/expect",
            [Client("attended.exp"), Checkout.ProgramPath("virt-install"),
             .. Options("attended"), "--network", "none", "--cdrom", TestInstaller.Image, "--autoconsole", "text"],
            Patience);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        await AssertGreetsAsync("attended", "localhost");
    }

    private string[] Options(string name) =>
    [
        "--connect", Lodged.Uri, "--name", name, "--ram", "384", "--virt-type", "qemu", "--graphics", "none",
        "--disk", $"path={Path.Combine(Lodged.Root, name + ".img")},size=0.5",
    ];

    private async Task<string> KickstartAsync(string hostname)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Lodged.Root, "ks")).FullName;
        var path = Path.Combine(folder, "ks.cfg");
        await File.WriteAllTextAsync(path, TestInstaller.Kickstart(hostname));
        return path;
    }

    private async Task InstallAsync(string name, params string[] more)
    {
        var run = await ProgramRun.OfAsync(
            "nsenter",
            [$"--net={Lodged.NetworkPath}", Checkout.ProgramPath("virt-install"), .. Options(name),
             "--noautoconsole", "--wait", "9", .. more],
            Patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    /// <summary>The guest runs from its own disk, and its console says its name and knows its password.</summary>
    private async Task AssertGreetsAsync(string name, string hostname)
    {
        var virsh = Checkout.ProgramPath("virsh");
        var run = await ProgramRun.OfAsync(
            "/usr/bin/expect", [Client("installed.exp"), virsh, Lodged.Uri, name, hostname], Patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var xml = (await Lodged.RunAsync(virsh, "dumpxml", name)).Output;
        Assert.DoesNotContain("<kernel>", xml, StringComparison.Ordinal);
        Assert.Contains("<libosinfo:os id=\"http://fedoraproject.org/fedora/37\"/>", xml, StringComparison.Ordinal);
    }

    private static string Client(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);
}
