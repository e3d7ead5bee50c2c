using System.Text.RegularExpressions;
using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>The life of pools, told line by line: on lodged and on libvirtd the stock virsh prints the same.</summary>
public sealed partial class PoolTests : IDisposable
{
    private const string Uuid = "11111111-2222-3333-4444-555555555555";
    private const string Stock = "/usr/bin/virsh";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-pools-");

    [Fact]
    public async Task Pools_live_the_same_life_on_both_daemons()
    {
        var beside = Path.Combine(Checkout.Folder, "tools", "shell", "with-libvirtd");
        Assert.SkipUnless(
            VirshPair.HasStock && File.Exists("/usr/sbin/libvirtd"), "libvirtd and virsh are not installed");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "libvirtd needs root");
        Assert.SkipUnless(File.Exists(Checkout.ProgramPath("lodged")), "lodged is not built: run ./build");
        await using var lodged = await LodgedProcess.StartAsync();

        // lodged has it from the first start; libvirtd gets it from the distribution, if at all.
        await lodged.RunAsync(Stock, "pool-destroy default; pool-undefine default");
        var script = WriteScript();
        var ours = await ProgramRun.OfAsync("/bin/sh", [script, lodged.Uri]);
        Clear();
        var stock = await ProgramRun.OfAsync(beside, ["/bin/sh", script, "qemu:///system"]);
        Assert.Equal(Steady(stock.Output), Steady(ours.Output));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Steady(string output) => Volatile().Replace(output, "…");

    // Random UUIDs, and sizes of the file system that both share with everybody else.
    [GeneratedRegex(@"(?<=UUID:\s+|<uuid>)[0-9a-f-]{36}|(?<=<(allocation|available) unit='bytes'>)[0-9]+")]
    private static partial Regex Volatile();

    private string WriteScript()
    {
        Write("dir", "lodge-dir", Uuid, "p");
        Write("other-uuid", "lodge-dir", "22222222-2222-3333-4444-555555555555", "p");
        Write("other-name", "lodge-other", Uuid, "q");
        Write("same-source", "lodge-other", "22222222-2222-3333-4444-555555555555", "/p/");
        Write("elsewhere", "lodge-dir", Uuid, "e");
        var script = Path.Combine(_folder.FullName, "lines");
        File.WriteAllLines(script, LineTable.Read("pools.txt")
            .Select(row => row.Data.Replace("@", _folder.FullName, StringComparison.Ordinal))
            .Select(line => $"echo '$ {line}'; {Stock} -c \"$1\" '{line}' 2>&1; echo \"= $?\""));
        return script;
    }

    private void Write(string file, string name, string uuid, string path) => File.WriteAllText(
        Path.Combine(_folder.FullName, file + ".xml"),
        $"<pool type='dir'><name>{name}</name><uuid>{uuid}</uuid>"
        + $"<target><path>{_folder.FullName}/{path}</path></target></pool>");

    private void Clear()
    {
        foreach (var folder in _folder.GetDirectories())
        {
            folder.Delete(recursive: true);
        }
    }
}
