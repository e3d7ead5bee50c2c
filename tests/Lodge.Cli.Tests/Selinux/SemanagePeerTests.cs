using Lodge.Cli.Selinux;
using Lodge.Security.Selinux.Policy;
using Lodge.Testing;

namespace Lodge.Cli.Tests.Selinux;

/// <summary><c>lodge selinux fcontext</c> and <c>semanage fcontext</c> print the same and leave the same.</summary>
public sealed class SemanagePeerTests : IDisposable
{
    private const string Installed = "/etc/selinux/default";

    private readonly string _policy = Directory.CreateTempSubdirectory("lodge-semanage").FullName;

    public void Dispose() => Directory.Delete(_policy, recursive: true);

    [Fact]
    public async Task The_same_changes_print_the_same_lines_and_leave_the_same_files()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root changes a policy");
        Assert.SkipUnless(File.Exists("/usr/sbin/semanage"), "semanage is not installed");
        Assert.SkipUnless(Directory.Exists(Installed), "selinux-policy-default is not installed");
        Assert.SkipUnless(FileContexts.IsPossible, "libselinux.so.1 is not installed");
        string[][] changes =
        [
            ["-a", "-t", "virt_image_t", "/virtstorage(/.*)?"], ["-a", "-t", "virt_image_t", "/virtstorage(/.*)?"],
            ["-a", "-f", "f", "-t", "virt_content_t", "/iso/[^/]*"], ["-a", "-t", "nonsense_t", "/x"],
            ["-l", "-C"], ["-a", "-e", "/var/lib/libvirt/images", "/data"], ["-a", "-e", "/srv", "/data"],
            ["-a", "-t", "virt_image_t", "/data/more"], ["-l", "-C"], ["-l"], ["-d", "/virtstorage(/.*)?"],
            ["-d", "/virtstorage(/.*)?"], ["-d", "/data"], ["-d", "/data"], ["-a", "-e", "/srv", "/vm"],
        ];
        var script = Path.Combine(AppContext.BaseDirectory, "Selinux", "semanage_peer.sh");
        var lines = changes.Select(static words => string.Join(' ', words.Prepend("fcontext")
            .Select(static word => $"'{word}'")) + "\n");
        var theirs = await ProgramRun.OfAsync(
            "unshare", ["--mount", "--propagation", "private", "/bin/bash", script], TimeSpan.FromMinutes(3),
            string.Concat(lines));
        Assert.SkipUnless(theirs.ExitCode == 0, "semanage has no store here: " + theirs.Errors);

        Copy();
        using var ours = new StringWriter { NewLine = "\n" };
        foreach (var words in changes)
        {
            var command = new FcontextCommand(new NoSelinux(_policy), ours, ours) { UsesProgram = false };
            await ours.WriteLineAsync($"status {await command.RunAsync(words)}");
        }

        foreach (var ending in (string[])[".local", ".subs"])
            await ours.WriteAsync(await File.ReadAllTextAsync(Contexts + ending));
        Assert.Equal(theirs.Output, ours.ToString());
    }

    private string Contexts => Path.Combine(_policy, "contexts/files/file_contexts");

    private void Copy()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Contexts)!);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Installed, "contexts/files")))
        {
            if (!file.EndsWith(".bin", StringComparison.Ordinal))
                File.Copy(file, Path.Combine(Path.GetDirectoryName(Contexts)!, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(_policy, "policy"), Path.Combine(Installed, "policy"));
    }
}
