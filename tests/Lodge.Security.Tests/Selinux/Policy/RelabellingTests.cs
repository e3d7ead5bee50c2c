using System.Diagnostics;
using Lodge.Security.Native;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Tests.Selinux.Policy;

/// <summary>Relabelling, judged by <c>setfiles</c>, which is <c>restorecon</c> under another name.</summary>
public sealed class RelabellingTests : IDisposable
{
    private const string Label = "security.selinux";
    private readonly string _root = Directory.CreateTempSubdirectory("lodge-relabel").FullName;

    public RelabellingTests() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "labels are set by root alone");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Every_rule_of_the_policy_labels_files_as_setfiles_does_and_prints_its_lines()
    {
        var made = InstalledPolicy.Samples().Count(sample => Make(sample.Path, sample.Rule.Type.Letter));
        Assert.True(made > 2500, $"only {made} files could be made");
        var (status, judged, error) = InstalledPolicy.Run(
            "setfiles", "-v", "-r", _root, InstalledPolicy.Contexts, _root);
        Assert.True(status == 0, error);
        var theirs = Labels();
        Forget();
        using var contexts = new FileContexts(InstalledPolicy.Contexts);
        var lines = Ours(contexts).Run(_root).Select(static file => file.ToString()).ToList();
        Assert.Equal(Sorted(judged), lines.Order(StringComparer.Ordinal));
        Assert.Equal(theirs, Labels());
        Assert.Empty(Ours(contexts).Run(_root));
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("-F", true, false)]
    [InlineData("-n", false, true)]
    public void Labels_that_differ_in_part_are_treated_as_setfiles_treats_them(
        string option, bool isForced, bool isTrial)
    {
        using var policy = new PolicyCopy();
        new LocalRules(policy.Folder).Add("/virt(/.*)?", FileType.All[0], "virt_image_t");
        using var contexts = new FileContexts(policy.Contexts);
        Prepare();
        var (_, judged, _) = InstalledPolicy.Run(
            "setfiles", ["-v", .. option.Length > 0 ? [option] : (string[])[], "-r", _root, policy.Contexts, Virt]);
        var theirs = Labels();
        Prepare();
        var lines = Ours(contexts, isForced, isTrial).Run(Virt).Select(static file => file.ToString()).ToList();
        Assert.Equal(Sorted(judged), lines.Order(StringComparer.Ordinal));
        Assert.Equal(theirs, Labels());
    }

    [Fact]
    public void Without_recursion_a_folder_alone_is_labelled()
    {
        using var policy = new PolicyCopy();
        new LocalRules(policy.Folder).Add("/virt(/.*)?", FileType.All[0], "virt_image_t");
        using var contexts = new FileContexts(policy.Contexts);
        Prepare();
        var done = Assert.Single(new Relabelling(contexts) { Root = _root }.Run(Virt + "/"));
        Assert.Equal($"Relabeled {Virt} from (null) to system_u:object_r:virt_image_t:s0", done.ToString());
    }

    [Fact]
    public void A_link_to_a_folder_is_labelled_and_not_followed()
    {
        using var contexts = new FileContexts(InstalledPolicy.Contexts);
        var outside = Directory.CreateDirectory(Path.Combine(_root, "outside"));
        File.WriteAllText(Path.Combine(outside.FullName, "file"), "");
        Directory.CreateDirectory(Virt);
        Directory.CreateSymbolicLink(Path.Combine(Virt, "link"), outside.FullName);
        Assert.Equal(
            [Virt, Path.Combine(Virt, "link")],
            Ours(contexts).Run(Virt).Select(static file => file.Path));
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        using var contexts = new FileContexts(InstalledPolicy.Contexts);
        Assert.Equal(RelabelOutcome.Failed, Assert.Single(Ours(contexts).Run(_root + "/absent")).Outcome);
    }

    private string Virt => Path.Combine(_root, "virt");

    private static IEnumerable<string> Sorted(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private Relabelling Ours(FileContexts contexts, bool isForced = false, bool isTrial = false) =>
        new(contexts) { Root = _root, IsRecursive = true, IsForced = isForced, IsTrial = isTrial };

    private void Prepare()
    {
        Directory.CreateDirectory(Path.Combine(Virt, "sub"));
        foreach (var (name, label) in ((string, string?)[])[
            ("a.img", "unconfined_u:object_r:user_home_t:s0"),
            ("sub/b.img", "unconfined_u:object_r:virt_image_t:s0:c1"),
            ("c.img", "system_u:object_r:svirt_image_t:s0:c1,c2"),
            ("shared", "system_u:object_r:public_content_t:s0"),
            ("new", null)])
        {
            File.WriteAllText(Path.Combine(Virt, name), "");
            Remove(Path.Combine(Virt, name));
            if (label is not null)
            {
                Assert.Equal(0, LibSelinux.SetLinkContext(Path.Combine(Virt, name), label));
            }
        }

        Remove(Virt);
        Remove(Path.Combine(Virt, "sub"));
    }

    /// <summary>Makes a file of a type under the root; not where a part of its path is no folder already.</summary>
    private bool Make(string path, char type)
    {
        var whole = Path.GetFullPath(_root + path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            if (Path.Exists(whole))
            {
                return false;
            }

            switch (type)
            {
                case 'd':
                    Directory.CreateDirectory(whole);
                    break;
                case 'l':
                    File.CreateSymbolicLink(whole, "nowhere");
                    break;
                case 'p':
                    Process.Start("mkfifo", [whole]).WaitForExit();
                    break;
                default:
                    File.WriteAllText(whole, "");
                    break;
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private IEnumerable<string> All() => Directory.EnumerateFileSystemEntries(
        _root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 });

    private unsafe List<string> Labels()
    {
        var labels = new List<string>();
        foreach (var path in All().Order(StringComparer.Ordinal))
        {
            byte* label;
            labels.Add($"{path} {(LibSelinux.GetLinkContext(path, &label) < 0 ? "none" : LibSelinux.Take(label))}");
        }

        return labels;
    }

    private void Forget()
    {
        foreach (var path in All().Append(_root))
        {
            Remove(path);
        }
    }

    private static void Remove(string path) => _ = LibC.RemoveLinkAttribute(path, Label);
}
