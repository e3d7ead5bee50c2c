using Lodge.Testing;

namespace Lodge.Guest.Tests.Installs;

/// <summary>
/// <c>virt-install --unattended</c> and <c>--cloud-init</c> alone bring a guest what it has to know, and leave nothing
/// of it: no file, and no password in a log, a process list or the guest's XML.
/// </summary>
public sealed class UnattendedGuestTests : IAsyncLifetime
{
    private const string Secret = "it's \"100%\" secret #1 \\ $x";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
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
    public async Task A_kickstart_is_served_once_on_the_guests_own_network()
    {
        var run = await InstallAsync(
            "given", "--network", "network=default,model=virtio", "--location", TestInstaller.Tree,
            "--unattended", $"kickstart={await KickstartAsync("given.example.org")},via=server",
            "--extra-args", TestGuest.KernelArguments);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        await AssertGreetsAsync("given", "given.example.org");
        AssertKeptQuiet(run, "a secret");
    }

    [Fact]
    public async Task A_kickstart_is_put_on_a_disk_beside_an_image_and_the_disk_is_gone_afterwards()
    {
        var run = await InstallAsync(
            "disked", "--network", "none", "--cdrom", TestInstaller.Image,
            "--unattended", $"kickstart={await KickstartAsync("disked.example.org")}");
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        await AssertGreetsAsync("disked", "disked.example.org");
        Assert.DoesNotContain("seed", (await VirshAsync("domblklist", "disked")).Output, StringComparison.Ordinal);
        AssertKeptQuiet(run, "a secret");
    }

    [Fact]
    public async Task A_kickstart_with_an_error_is_refused_before_anything_is_made_unless_told_not_to_look()
    {
        var kickstart = await KickstartAsync("bad.example.org");
        await File.AppendAllTextAsync(kickstart, "nosuchcommand --x\n");
        string[] options =
        [
            "--network", "none", "--location", TestInstaller.Tree, "--initrd-inject", kickstart,
            "--extra-args", "inst.ks=file:/ks.cfg", "--print-xml", "1",
        ];
        var refused = await InstallAsync("bad", options);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("nosuchcommand", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--check kickstart=off", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Lodged.Root, "bad.img")));
        var insisted = await InstallAsync("bad", [.. options, "--check", "kickstart=off"]);
        Assert.True(insisted.ExitCode == 0, insisted.Output + insisted.Errors);
        Assert.Contains("inst.ks=file:/ks.cfg", insisted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seed_for_cloud_init_is_read_by_the_guest_and_gone_after_its_first_start()
    {
        Assert.SkipUnless(TestGuest.HasDisk, "the test guest has no disk: run tools/testguest/build --disk");
        var image = Path.Combine(Lodged.Root, "cloud.qcow2");
        File.Copy(Path.Combine(TestGuest.Folder, "disk.qcow2"), image);
        var password = Path.Combine(Lodged.Root, "password");
        await File.WriteAllTextAsync(password, Secret + "\n");
        var run = await ProgramRun.OfAsync(
            "nsenter",
            [$"--net={Lodged.NetworkPath}", Checkout.ProgramPath("virt-install"), "--connect", Lodged.Uri,
             "--name", "cloud", "--memory", "256", "--virt-type", "qemu", "--graphics", "none", "--import",
             "--disk", image, "--osinfo", "generic", "--network", "none", "--noautoconsole", "--debug",
             "--cloud-init", $"root-password-file={password}"],
            s_patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        AssertKeptQuiet(run, Secret);
        var seen = await InGuestAsync("cloud",
            "mkdir -p /m; mount -t iso9660 $(findfs LABEL=cidata) /m && ls -n /m && cat /m/user-data /m/meta-data");
        Assert.Contains("#cloud-config", seen, StringComparison.Ordinal);
        Assert.Contains("$6$", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("seed", (await VirshAsync("domblklist", "cloud", "--inactive")).Output,
            StringComparison.Ordinal);
        await VirshAsync("destroy", "cloud");
        Assert.DoesNotContain("seed", (await VirshAsync("dumpxml", "cloud")).Output, StringComparison.Ordinal);
        Assert.Empty(Seeds());
    }

    private async Task<string> KickstartAsync(string hostname)
    {
        var path = Path.Combine(Lodged.Root, "ks.cfg");
        await File.WriteAllTextAsync(path, TestInstaller.Kickstart(hostname));
        return path;
    }

    private Task<ProgramRun> InstallAsync(string name, params string[] more) => ProgramRun.OfAsync(
        "nsenter",
        [
            $"--net={Lodged.NetworkPath}", Checkout.ProgramPath("virt-install"), "--connect", Lodged.Uri,
            "--name", name, "--ram", "384", "--virt-type", "qemu", "--graphics", "none",
            "--disk", $"path={Path.Combine(Lodged.Root, name + ".img")},size=0.5", "--noautoconsole", "--wait", "4",
            .. more,
        ],
        s_patience);

    private Task<ProgramRun> VirshAsync(params string[] words) =>
        Lodged.RunAsync(Checkout.ProgramPath("virsh"), words);

    private async Task<string> InGuestAsync(string name, string command)
    {
        var run = await ProgramRun.OfAsync(
            "/usr/bin/expect", [Client("guest_run.exp"), "/usr/bin/virsh", Lodged.Uri, name, command], s_patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return run.Output;
    }

    private async Task AssertGreetsAsync(string name, string hostname)
    {
        var run = await ProgramRun.OfAsync(
            "/usr/bin/expect",
            [Client("installed.exp"), Checkout.ProgramPath("virsh"), Lodged.Uri, name, hostname], s_patience);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    /// <summary>A password is in nothing that others read, and no seed is left.</summary>
    private void AssertKeptQuiet(ProgramRun run, string secret)
    {
        Assert.DoesNotContain(secret, run.Output + run.Errors, StringComparison.Ordinal);
        foreach (var pid in Lodged.Processes())
            Assert.DoesNotContain(secret, File.ReadAllText($"/proc/{pid}/cmdline"), StringComparison.Ordinal);
        foreach (var folder in (string[])["etc", "run", "var/log"])
        {
            if (!Directory.Exists(Path.Combine(Lodged.Root, folder))) continue;
            foreach (var file in Directory.EnumerateFiles(
                Path.Combine(Lodged.Root, folder), "*", SearchOption.AllDirectories))
            {
                if (new FileInfo(file).Length > 0)
                    Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(
            secret, File.ReadAllText(Path.Combine(Lodged.Root, "stderr")), StringComparison.Ordinal);
        Assert.Empty(Seeds());
    }

    private IEnumerable<string> Seeds() => new[] { Lodged.Root, "/var/lib/libvirt/boot", Path.GetTempPath() }
        .Where(Directory.Exists)
        .SelectMany(static folder => Directory.EnumerateFileSystemEntries(folder))
        .Where(static path => path.Contains("-seed", StringComparison.Ordinal));

    private static string Client(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);
}
