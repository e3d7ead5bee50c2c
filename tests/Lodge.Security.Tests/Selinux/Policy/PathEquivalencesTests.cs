using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Tests.Selinux.Policy;

/// <summary>Folders that are labelled as others, as <c>semanage fcontext -a -e</c> has them.</summary>
public sealed class PathEquivalencesTests
{
    private const string Images = "/var/lib/libvirt/images";

    [Fact]
    public void Files_of_a_folder_have_the_labels_of_the_other_as_long_as_it_is_like_it()
    {
        using var policy = new PolicyCopy();
        using var contexts = new FileContexts(policy.Contexts);
        var folders = new PathEquivalences(policy.Folder);
        var before = contexts.Find("/data/a.img", 0);
        folders.Add("/data", Images);
        Assert.Equal("/data /var/lib/libvirt/images\n", File.ReadAllText(policy.Contexts + ".subs"));
        Assert.Equal(contexts.Find(Images + "/a.img", 0), contexts.Find("/data/a.img", 0));
        Assert.NotEqual(before, contexts.Find("/data/a.img", 0));
        var judge = InstalledPolicy.Run("matchpathcon", "-n", "-f", policy.Contexts, "/data/a.img");
        Assert.Equal(judge.Output.Trim(), contexts.Find("/data/a.img", 0));
        Assert.True(folders.Remove("/data"));
        Assert.False(folders.Remove("/data"));
        Assert.Equal(before, contexts.Find("/data/a.img", 0));
    }

    [Theory]
    [InlineData("/data", "Equivalence class for /data already exists")]
    [InlineData("/data/", "Target /data/ is not valid. Target is not allowed to end with '/'")]
    [InlineData("/more", "Substitute /x/ is not valid. Substitute is not allowed to end with '/'", "/x/")]
    [InlineData("/a b", "File specification can not include spaces")]
    [InlineData("/var/run/x", "File spec /var/run/x conflicts with equivalency rule '/var/run /run'; "
        + "Try adding '/run/x' instead")]
    [InlineData("/var", "File spec /var conflicts with equivalency rule '/var/run /run'")]
    public void What_makes_no_sense_is_refused_in_semanages_words(string folder, string words, string like = "/x")
    {
        using var policy = new PolicyCopy();
        File.WriteAllText(policy.Contexts + ".subs_dist", "# of the policy\n/var/run /run\n");
        var folders = new PathEquivalences(policy.Folder);
        folders.Add("/data", Images);
        Assert.Equal(words, Assert.Throws<FormatException>(() => folders.Add(folder, like)).Message);
        Assert.Equal([("/data", Images)], folders.Own);
    }

    [Fact]
    public void A_rule_for_files_that_are_looked_up_elsewhere_is_refused()
    {
        using var policy = new PolicyCopy();
        new PathEquivalences(policy.Folder).Add("/data", Images);
        Assert.Equal(
            "File spec /data/x conflicts with equivalency rule '/data /var/lib/libvirt/images'; "
                + "Try adding '/var/lib/libvirt/images/x' instead",
            Assert.Throws<FormatException>(
                () => new LocalRules(policy.Folder).Add("/data/x", FileType.All[0], "virt_image_t")).Message);
    }
}
