using Lodge.Cli.HostReadiness;
using Lodge.Cli.Selinux;
using Lodge.Cli.Virsh.Storage;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Cli.Tests.Selinux;

/// <summary><c>lodge selinux</c> and <c>lodge host</c>: what they take, and what they print.</summary>
public sealed class SelinuxProgramTests : IDisposable
{
    private const string Pattern = "/virtstorage(/.*)?";

    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-selinux").FullName;
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public SelinuxProgramTests()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Contexts)!);
        File.WriteAllText(
            Contexts,
            "/.*\tsystem_u:object_r:default_t:s0\n/var/lib/libvirt/images(/.*)?\tsystem_u:object_r:newer_image_t:s0\n");
    }

    private string Contexts => Path.Combine(_folder, "policy/contexts/files/file_contexts");

    private NoSelinux Host => new(Path.Combine(_folder, "policy"));

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_rule_is_added_listed_and_deleted()
    {
        Assert.Equal(0, await FcontextAsync("add", "-t", "default_t", Pattern));
        Assert.Equal(0, await FcontextAsync("list", "-C"));
        Assert.Equal(
            """
            SELinux fcontext                                   type               Context

            /virtstorage(/.*)?                                 all files          system_u:object_r:default_t:s0 

            """,
            _output.ToString());
        Assert.Equal(1, await FcontextAsync("add", "-t", "default_t", Pattern));
        Assert.Equal($"ValueError: File context for {Pattern} already defined\n", _error.ToString());
        Assert.Equal(0, await FcontextAsync("delete", Pattern));
        Assert.Empty(new LocalRules(Host.PolicyFolder!).Read());
    }

    [Fact]
    public async Task An_older_name_becomes_the_type_of_the_policy_and_is_said()
    {
        Assert.SkipUnless(FileContexts.IsPossible, "libselinux.so.1 is not installed");
        Assert.Equal(0, await FcontextAsync("-a", "-t", "virt_image_t", Pattern));
        Assert.Equal(
            "system_u:object_r:newer_image_t:s0", Assert.Single(new LocalRules(Host.PolicyFolder!).Read()).Context);
        Assert.Contains("has no virt_image_t; newer_image_t", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("which type? say -t virt_image_t", "add", Pattern)]
    [InlineData("which paths? name a PATTERN", "delete")]
    [InlineData("add, list or delete?")]
    [InlineData("there is no option '-z'", "add", "-z")]
    [InlineData("there is no type of files 'x'", "add", "-f", "x")]
    public async Task What_is_missing_or_wrong_is_asked_for(string words, params string[] arguments)
    {
        Assert.Equal(1, await FcontextAsync(arguments));
        Assert.Equal($"lodge selinux fcontext: {words}\n", _error.ToString());
    }

    [Fact]
    public void Files_below_a_root_are_relabelled_and_printed()
    {
        Assert.SkipUnless(FileContexts.IsPossible, "libselinux.so.1 is not installed");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "labels are set by root alone");
        var images = Directory.CreateDirectory(Path.Combine(_folder, "root/var/lib/libvirt/images")).FullName;
        var root = Path.Combine(_folder, "root");
        Assert.Equal(0, Restorecon("-Rv", "--root", root, images));
        Assert.Equal($"Relabeled {images} from (null) to system_u:object_r:newer_image_t:s0\n", _output.ToString());
        Assert.Equal(0, Restorecon("-R", "-v", "--root", root, images + "/"));
        Assert.Equal(1, _output.ToString().Count(static letter => letter == '\n'));
        Assert.Equal(255, Restorecon("-v", "--root", root, images + "/absent"));
        Assert.Equal(
            $"restorecon: lstat({images}/absent) failed: No such file or directory\n", _error.ToString());
        Assert.Equal(0, Restorecon("-vi", "--root", root, images + "/absent"));
    }

    [Fact]
    public void Without_SELinux_nothing_is_relabelled_and_that_is_said()
    {
        Assert.Equal(0, Restorecon("-R", "-v", _folder));
        Assert.Contains("nothing is relabelled", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _output.ToString());
    }

    [Theory]
    [InlineData("selinux")]
    [InlineData("host")]
    public async Task Help_and_unknown_words_are_answered(string tool)
    {
        Assert.Equal(0, await RunAsync(tool, "--help"));
        Assert.StartsWith($"Usage: lodge {tool}", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync(tool, "nonsense"));
        Assert.Contains("there is no command 'nonsense'", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_of_files_has_a_folder()
    {
        Assert.Equal(
            "/vm", PoolLabels.FolderOf("<pool type='dir'><name>a</name><target><path>/vm</path></target></pool>"));
        Assert.Null(PoolLabels.FolderOf("<pool type='logical'><target><path>/dev/vg</path></target></pool>"));
        Assert.Null(PoolLabels.FolderOf("<pool type='dir'"));
    }

    private Task<int> RunAsync(string tool, params string[] words) => tool == "host"
        ? HostReadinessProgram.RunAsync(words, _output, _error, colours: false)
        : SelinuxProgram.RunAsync(words, Host, _output, _error);

    private Task<int> FcontextAsync(params string[] words) =>
        new FcontextCommand(Host, _output, _error) { UsesProgram = false }.RunAsync(words);

    private int Restorecon(params string[] words) => new RestoreconCommand(Host, _output, _error).Run(words);
}
