using System.Text.RegularExpressions;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Tests.Selinux.Policy;

/// <summary>The look-up of labels, judged by <c>matchpathcon</c>.</summary>
public sealed class FileContextsTests
{
    private const string None = "<<none>>";
    private const int AtOnce = 500;

    [Fact]
    public void A_sample_matches_the_pattern_it_was_made_of()
    {
        foreach (var (rule, path) in InstalledPolicy.Samples())
        {
            Assert.True(
                Regex.IsMatch(path, $"^(?:{rule.Pattern})$", RegexOptions.Singleline), $"{rule.Pattern}: {path}");
        }
    }

    [Fact]
    public void Every_rule_of_the_policy_gives_what_matchpathcon_says()
    {
        using var contexts = new FileContexts(InstalledPolicy.Contexts);
        var asked = 0;
        foreach (var group in InstalledPolicy.Samples().GroupBy(static sample => sample.Rule.Type))
        {
            foreach (var some in group.Select(static sample => sample.Path).Distinct().Chunk(AtOnce))
            {
                var (_, output, _) = InstalledPolicy.Run(
                    "matchpathcon", ["-n", "-f", InstalledPolicy.Contexts, .. Mode(group.Key), .. some]);
                Assert.Equal(
                    some.Zip(output.Split('\n'), static (path, label) => $"{path} {label}"),
                    some.Select(path => $"{path} {contexts.Find(path, group.Key.Mode) ?? None}"));
                asked += some.Length;
            }
        }

        Assert.True(asked > 4000, $"only {asked} paths were asked for");
    }

    [Theory]
    [InlineData("/var/lib/libvirt/images/a.img", "virt_image_t")]
    [InlineData("/usr/sbin/libvirtd", "virtd_exec_t")]
    [InlineData("/lib64/ld-linux.so.2", "ld_so_t")]
    [InlineData("/run/libvirt/qemu/a.pid", "svirt_runtime_t")]
    public void Paths_that_the_policy_writes_otherwise_are_found_too(string path, string type)
    {
        using var contexts = new FileContexts(InstalledPolicy.Contexts);
        Assert.Contains($":{type}:", contexts.Find(path, 0x8000), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_was_just_added_counts_at_once()
    {
        using var policy = new PolicyCopy();
        using var contexts = new FileContexts(policy.Contexts);
        Assert.Equal("system_u:object_r:default_t:s0", contexts.Find("/virtstorage/a.img", 0x8000));
        new LocalRules(policy.Folder).Add("/virtstorage(/.*)?", FileType.All[0], "virt_image_t");
        Assert.Equal("system_u:object_r:virt_image_t:s0", contexts.Find("/virtstorage/a.img", 0x8000));
    }

    [Fact]
    public void A_policy_that_is_not_there_is_an_error()
    {
        Assert.SkipUnless(FileContexts.IsPossible, "libselinux.so.1 is not installed");
        using var contexts = new FileContexts("/nowhere/file_contexts");
        Assert.Throws<Lodge.Protocol.Errors.VirException>(() => contexts.Find("/etc", 0));
    }

    private static string[] Mode(FileType type) => type.Letter switch
    {
        'a' => [],
        'f' => ["-m", "file"],
        'd' => ["-m", "dir"],
        'l' => ["-m", "lnk_file"],
        'c' => ["-m", "chr_file"],
        'b' => ["-m", "blk_file"],
        's' => ["-m", "sock_file"],
        _ => ["-m", "pipe"],
    };
}
