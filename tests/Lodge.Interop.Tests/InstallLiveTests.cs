using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>
/// Our virt-install, virt-xml and virt-clone on both daemons, here and by way of ssh: guests run, change while they
/// run, and what is called off leaves nothing.
/// </summary>
public sealed class InstallLiveTests(DaemonFixture daemons) : IClassFixture<DaemonFixture>, IDisposable
{
    private const string Name = "lodge-live";
    private readonly string _folder = Directory.CreateTempSubdirectory("live").FullName;

    private string Images => Path.Combine(_folder, "images");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("lodged")]
    [InlineData("system")]
    public async Task A_guest_comes_from_nothing_changes_while_it_runs_and_is_cloned(string daemon)
    {
        var uri = Uri(daemon);
        await GoodAsync("virt-install", uri, [.. Guest(), "--location", TestInstaller.Tree]);
        try
        {
            Assert.Contains("running", await VirshAsync(uri, $"domstate {Name}"), StringComparison.Ordinal);
            Assert.Contains("-kernel", await CommandLineAsync(), StringComparison.Ordinal);

            await GoodAsync("virt-xml", uri, [
                Name, "--add-device", "--disk", $"path={Images}/more.img,size=0.01,bus=virtio,target=vdh", "--update"]);
            Assert.Contains("more.img", await VirshAsync(uri, $"domblklist {Name}"), StringComparison.Ordinal);
            Assert.Contains(
                "more.img", await VirshAsync(uri, $"domblklist {Name} --inactive"), StringComparison.Ordinal);
            await GoodAsync("virt-xml", uri, [
                Name, "--edit", "device=cdrom", "--disk", $"path={TestInstaller.Image}", "--update"]);
            Assert.Contains("installer.iso", await VirshAsync(uri, $"domblklist {Name}"), StringComparison.Ordinal);
            await GoodAsync("virt-xml", uri, [Name, "--remove-device", "--disk", "target=vdh", "--no-define"]);
            await VirshAsync(uri, $"destroy {Name}");

            await GoodAsync("virt-clone", uri, ["-o", Name, "-n", Name + "-2", "--auto-clone"]);
            Assert.True(File.Exists($"{Images}/a-clone.img"));
            await VirshAsync(uri, $"undefine {Name}-2");
        }
        finally
        {
            await VirshAsync(uri, $"destroy {Name}");
            await VirshAsync(uri, $"undefine {Name}");
            await ForgetPoolAsync(uri);
        }
    }

    [Theory]
    [InlineData("lodged")]
    [InlineData("system")]
    public async Task A_host_behind_ssh_gets_the_kernel_sent_and_runs_the_guest(string daemon)
    {
        var uri = Uri(daemon);
        using var server = await TreeServer.StartAsync(TestInstaller.Tree);
        var run = await RunAsync("virt-install", BySsh(uri), [.. Guest(), "--location", server.Url]);
        try
        {
            Assert.True(run.ExitCode == 0, run.Output + run.Errors);
            Assert.Contains("Transferring '", run.Output, StringComparison.Ordinal);
            Assert.Contains("running", await VirshAsync(uri, $"domstate {Name}"), StringComparison.Ordinal);
            Assert.DoesNotContain("virtinst-", await VolumesAsync(uri), StringComparison.Ordinal);
        }
        finally
        {
            await VirshAsync(uri, $"destroy {Name}");
            await VirshAsync(uri, $"undefine {Name}");
            await ForgetPoolAsync(uri);
        }
    }

    [Theory]
    [InlineData("lodged", "Retrieving", false)]
    [InlineData("lodged", "Allocating", false)]
    [InlineData("lodged", "Transferring", true)]
    [InlineData("system", "Allocating", false)]
    [InlineData("system", "Transferring", true)]
    public async Task Interrupted_at_any_moment_it_leaves_nothing(string daemon, string moment, bool isRemote)
    {
        var uri = Uri(daemon);
        using var server = await TreeServer.StartAsync(TestInstaller.Tree);
        var (pools, scratch) = (await VirshAsync(uri, "pool-list --all --name"), Scratch());

        var run = await ProgramRun.OfAsync(
            "/usr/bin/python3",
            [Path.Combine(AppContext.BaseDirectory, "Clients", "interrupt.py"), moment,
             Checkout.ProgramPath("virt-install"), "--connect", isRemote ? BySsh(uri) : uri, .. Guest(),
             "--disk", $"path={Images}/big.img,size=1,sparse=no,format=raw", "--location", server.Url]);

        Assert.True(run.ExitCode == 1, $"{run.ExitCode}: {run.Output}{run.Errors}");
        Assert.Contains("aborted at user request", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, await VirshAsync(uri, "list --all --name"), StringComparison.Ordinal);
        Assert.Equal(pools, await VirshAsync(uri, "pool-list --all --name"));
        Assert.Empty(Directory.Exists(Images) ? Directory.GetFiles(Images) : []);
        Assert.Equal(scratch, Scratch());
    }

    private static string[] Scratch()
    {
        var cache = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "virt-manager", "boot");
        return
        [
            .. new[] { cache, "/var/lib/libvirt/boot" }.Where(Directory.Exists)
                .SelectMany(folder => Directory.GetFiles(folder, "virtinst-*")),
        ];
    }

    private string Uri(string daemon)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may use the system's daemon");
        Assert.SkipUnless(daemons.Uris.ContainsKey(daemon), $"there is no {daemon}");
        Assert.SkipUnless(TestInstaller.IsBuilt, "tools/testinstall/build has not been run");
        Directory.CreateDirectory(Images);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        return daemons.Uris[daemon];
    }

    // What stands for ssh runs the other end here.
    private string BySsh(string uri)
    {
        var local = uri.Replace("qemu+unix:", "qemu:", StringComparison.Ordinal);
        var program = Path.Combine(_folder, "ssh");
        File.WriteAllText(program, $"#!/bin/sh\nexec '{Checkout.ProgramPath("virt-ssh-helper")}' '{local}'\n");
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        return $"qemu+ssh://elsewhere/system?command={program}";
    }

    private string[] Guest() =>
    [
        "--name", Name, "--memory", "256", "--virt-type", "qemu", "--network", "none", "--graphics", "vnc",
        "--osinfo", "generic", "--disk", $"path={Images}/a.img,size=0.01,bus=virtio", "--noautoconsole",
        "--disk", "device=cdrom",
    ];

    private async Task<string> CommandLineAsync()
    {
        var run = await ProgramRun.OfAsync("/usr/bin/pgrep", ["-af", $"guest={Name}"]);
        return run.Output;
    }

    // The other end's folder may be this one's too: what went from there is seen once it is looked at anew.
    private static async Task<string> VolumesAsync(string uri)
    {
        await VirshPair.OursAsync(uri, "pool-refresh boot-scratch");
        return (await VirshPair.OursAsync(uri, "vol-list boot-scratch")).Output;
    }

    private async Task ForgetPoolAsync(string uri)
    {
        foreach (var pool in new[] { Path.GetFileName(Images), "boot-scratch" })
        {
            await VirshPair.OursAsync(uri, $"pool-destroy {pool}");
            await VirshPair.OursAsync(uri, $"pool-undefine {pool}");
        }
    }

    private static async Task<string> VirshAsync(string uri, string line) =>
        (await VirshPair.OursAsync(uri, line)).Output;

    private static async Task GoodAsync(string program, string uri, string[] words)
    {
        var run = await RunAsync(program, uri, words);
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', words)}: {run.Output}{run.Errors}");
    }

    private static Task<ProgramRun> RunAsync(string program, string uri, string[] words) =>
        ProgramRun.OfAsync(Checkout.ProgramPath(program), ["--connect", uri, .. words], TimeSpan.FromMinutes(2));
}
