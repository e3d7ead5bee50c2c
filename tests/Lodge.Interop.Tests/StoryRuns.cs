using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>
/// The stories of <c>Lines/stories</c>, each told to one session of the stock virsh and one of ours, on a new lodged
/// and a new libvirtd apiece.
/// </summary>
public sealed class StoryRuns : IAsyncLifetime
{
    private const string Stock = "/usr/bin/virsh";
    private const string Prompt = "virsh # ";
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(5);
    private static readonly string Lines = Path.Combine(AppContext.BaseDirectory, "Lines");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-stories-");
    private readonly Dictionary<(string Daemon, string Program), string> _results = [];

    /// <summary>Why nothing was run; null when all was.</summary>
    internal string? Missing { get; } =
        !VirshPair.HasStock || !File.Exists("/usr/sbin/libvirtd") ? "libvirtd and virsh are not installed"
        : !Environment.IsPrivilegedProcess ? "libvirtd needs root"
        : !File.Exists(Checkout.ProgramPath("lodged")) ? "lodged is not built: run ./build"
        : null;

    /// <summary>The names of the stories.</summary>
    internal static IEnumerable<string> Names =>
        Directory.GetFiles(Path.Combine(Lines, "stories")).Select(Path.GetFileNameWithoutExtension).Order()!;

    /// <summary>The lines of a story, with their marks.</summary>
    internal static string[] Read(string story) =>
    [
        .. File.ReadLines(Path.Combine(Lines, "stories", story + ".txt"))
            .Where(static line => line.Length > 0 && !line.StartsWith('#')),
    ];

    /// <summary>What each line of a story printed.</summary>
    internal string[] Printed(string daemon, string program, string story) =>
        File.ReadAllText(Path.Combine(_results[(daemon, program)], story)).Split(Prompt)[1..];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            // The account that guests run as passes through.
            _folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            await Task.WhenAll(
                OnLodgedAsync("stock"), OnLodgedAsync("ours"), OnLibvirtdAsync("stock"), OnLibvirtdAsync("ours"));
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task OnLodgedAsync(string program)
    {
        var script = WriteScript("lodged", program);
        await using var lodged = await LodgedProcess.StartAsync();
        await ProgramRun.OfAsync("/bin/sh", [script, lodged.Uri], LongEnough);
    }

    private Task<ProgramRun> OnLibvirtdAsync(string program)
    {
        var script = WriteScript("libvirtd", program);
        var beside = Path.Combine(Checkout.Folder, "tools", "shell", "with-libvirtd");
        const string Serve = "ip link set lo up; exec \"$0\" /bin/sh \"$1\" qemu:///system";
        return ProgramRun.OfAsync(
            "unshare",
            ["--net", "--pid", "--fork", "--kill-child", "--mount-proc", "/bin/sh", "-c", Serve, beside, script],
            LongEnough);
    }

    private string WriteScript(string daemon, string program)
    {
        // Paths of equal length everywhere, so that tables are as wide.
        var run = Path.Combine(_folder.FullName, $"{daemon[..2]}{program[0]}");
        var files = Directory.CreateDirectory(Path.Combine(run, "f")).FullName;
        var results = Directory.CreateDirectory(Path.Combine(run, "results")).FullName;
        _results[(daemon, program)] = results;
        foreach (var file in Directory.GetFiles(Path.Combine(Lines, "files")))
        {
            var text = File.ReadAllText(file).Replace("@/", files + "/", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(files, Path.GetFileName(file)), text);
        }

        var (ours, before) = VirshPair.Ours;
        var virsh = program == "stock" ? Stock : string.Join(' ', [ours, .. before]);
        var script = new List<string>
        {
            "export TERM=dumb COLUMNS=2000 LC_ALL=C.UTF-8 EDITOR='sed -i s/original/edited/'; unset VISUAL",
            $"cd {files}; qemu-img create -q -f qcow2 disk.qcow2 8M; qemu-img create -q -f qcow2 extra.qcow2 8M",
            $"truncate -s 1M a.iso; cp disk.qcow2 extra.qcow2 {run}",
            // lodged has these from the first start; libvirtd gets them from the distribution, if at all.
            $"{Stock} -c \"$1\" 'net-destroy default; net-undefine default; pool-destroy default; "
            + "pool-undefine default' >/dev/null 2>&1",
        };
        foreach (var story in Names)
        {
            var lines = Path.Combine(run, story);
            File.WriteAllLines(lines, Read(story).Select(line => line.TrimStart('~', '!')
                .Replace("@/", files + "/", StringComparison.Ordinal)));
            script.Add($"cp {run}/*.qcow2 {files}; {virsh} -c \"$1\" <{lines} >{results}/{story} 2>&1");
        }

        var path = Path.Combine(run, "script");
        File.WriteAllLines(path, script);
        return path;
    }
}
