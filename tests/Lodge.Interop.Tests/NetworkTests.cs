using System.Text.RegularExpressions;
using Lodge.Testing;

namespace Lodge.Interop.Tests;

/// <summary>
/// The life of networks, and everything that keeps them from one, told line by line: on lodged and on libvirtd the
/// stock virsh prints the same, and the same links are there at the end.
/// </summary>
public sealed partial class NetworkTests : IDisposable
{
    private const string Stock = "/usr/bin/virsh";
    private const string Document = "xml ";

    private const string Host = """
        ip link set lo up
        ip link add ext0 type veth peer name ext1
        ip addr add 10.9.0.1/24 dev ext0
        ip link set ext0 up
        ip link add brx type bridge
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-networks-");

    [Fact]
    public async Task Networks_live_the_same_life_on_both_daemons()
    {
        var beside = Path.Combine(Checkout.Folder, "tools", "shell", "with-libvirtd");
        Assert.SkipUnless(
            VirshPair.HasStock && File.Exists("/usr/sbin/libvirtd"), "libvirtd and virsh are not installed");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "libvirtd needs root");
        Assert.SkipUnless(File.Exists(Checkout.ProgramPath("lodged")), "lodged is not built: run ./build");
        await using var lodged = await LodgedProcess.StartAsync();
        await lodged.RunAsync(Stock, "net-destroy default; net-undefine default");
        var script = WriteScript();

        var ours = await ProgramRun.OfAsync(
            "nsenter", [$"--net={lodged.NetworkPath}", "/bin/sh", script, lodged.Uri]);
        var stock = await ProgramRun.OfAsync("unshare", ["--net", beside, "/bin/sh", script, "qemu:///system"]);

        Assert.Equal(Steady(stock.Output), Steady(ours.Output));
        Assert.EndsWith("brx\next0\next1\nlo\n", Steady(ours.Output), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Steady(string output) => Volatile().Replace(output, "");

    // Random UUIDs and addresses; dnsmasq's command line and the blank lines after its words; what newer kernels add.
    [GeneratedRegex(@"(?<=UUID:\s+|<uuid>)[0-9a-f-]{36}|(?<=<mac address=')52:54:00:[0-9a-f:]{8}"
        + @"|(?<=Child process \().*(?=\) unexpected)|(?<=status 2: )\s+|\n(?=\n)| \([a-zA-Z ]+\)(?=\n)")]
    private static partial Regex Volatile();

    private string WriteScript()
    {
        var script = Path.Combine(_folder.FullName, "lines");
        var lines = new List<string> { Host };
        foreach (var row in LineTable.Read("networks.txt").Select(row => row.Data))
        {
            if (row.StartsWith(Document, StringComparison.Ordinal))
            {
                var (name, rest) = (row.Split(' ')[1], row[(row.IndexOf('<', StringComparison.Ordinal))..]);
                File.WriteAllText(
                    Path.Combine(_folder.FullName, name + ".xml"), $"<network><name>{name}</name>{rest}</network>");
                continue;
            }

            var line = row.Replace("@", _folder.FullName, StringComparison.Ordinal);
            var quoted = "'" + line.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
            lines.Add($"echo $ {quoted}; {Stock} -c \"$1\" {quoted} 2>&1; echo \"= $?\"");
        }

        // Whatever a kernel makes by itself in each namespace is none of ours.
        lines.Add("ip -o link | sed 's/^[0-9]*: //; s/[:@].*//' | grep -v '^ifb' | sort");
        File.WriteAllLines(script, lines);
        return script;
    }
}
