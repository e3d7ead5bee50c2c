using Lodge.Security.Selinux;

namespace Lodge.Security.Tests.Selinux;

/// <summary>What is said of a folder of images that SELinux would keep guests from.</summary>
public sealed class StorageAdviceTests
{
    private const string Images = "system_u:object_r:virt_image_t:s0";

    private static string? ByPolicy(string path) => path.StartsWith("/var/lib/libvirt/images", StringComparison.Ordinal)
        ? Images
        : "system_u:object_r:default_t:s0";

    [Fact]
    public void A_folder_outside_the_usual_one_needs_a_rule_and_its_labels()
    {
        using var host = new MadeUpSelinux { Default = ByPolicy };
        var advice = StorageAdvice.For("/virtstorage/", host)!;
        Assert.True(advice.IsHindrance);
        Assert.Equal(
            [
                "SELinux enforces: the policy gives images in '/virtstorage' the label default_t, which guests may not "
                    + "use. To mend it:",
                "  lodge selinux fcontext add -t virt_image_t \"/virtstorage(/.*)?\"",
                "  lodge selinux restorecon -R -v /virtstorage",
            ],
            advice.Lines());
    }

    [Fact]
    public void A_path_is_meant_as_it_stands_in_the_rule()
    {
        using var host = new MadeUpSelinux { Default = ByPolicy };
        Assert.Contains(
            "\"/srv/vm\\.d\\+(/.*)?\"", StorageAdvice.For("/srv/vm.d+", host)!.Commands[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_SELinux_only_notes_guests_are_not_hindered_yet()
    {
        using var host = new MadeUpSelinux { Default = ByPolicy, IsEnforcing = false };
        var advice = StorageAdvice.For("/virtstorage", host)!;
        Assert.False(advice.IsHindrance);
        Assert.StartsWith("SELinux would, were it to enforce", advice.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/var/lib/libvirt/images", true)]
    [InlineData("/dev", true)]
    [InlineData("/dev/vg0", true)]
    [InlineData("/virtstorage", false)]
    public void Nothing_is_said_where_nothing_is_wrong(string folder, bool isEnabled)
    {
        using var host = new MadeUpSelinux { Default = ByPolicy, IsEnabled = isEnabled };
        Assert.Null(StorageAdvice.For(folder, host));
    }

    [Fact]
    public void A_folder_whose_rule_came_later_needs_its_labels_only()
    {
        using var host = new LabelledFolder();
        host.Host.Default = static _ => Images;
        var folder = Directory.CreateDirectory(host.PathOf("pool")).FullName;
        Assert.Equal(0, host.Host.SetFileContext(folder, "system_u:object_r:default_t:s0"));
        var advice = StorageAdvice.For(folder, host.Host)!;
        Assert.Equal([$"lodge selinux restorecon -R -v {folder}"], advice.Commands);
        Assert.Equal(0, host.Host.SetFileContext(folder, Images));
        Assert.Null(StorageAdvice.For(folder, host.Host));
    }

    [Fact]
    public void A_file_system_of_another_host_needs_a_switch()
    {
        using var host = new LabelledFolder();
        var folder = Directory.CreateDirectory(host.PathOf("pool")).FullName;
        Assert.Equal(0, host.Host.SetFileContext(folder, "system_u:object_r:nfs_t:s0"));
        Assert.Equal(["setsebool -P virt_use_nfs on"], StorageAdvice.For(folder, host.Host)!.Commands);
    }
}
