using Lodge.Protocol.Errors;
using Lodge.Security.Files;
using Lodge.Security.Selinux;

namespace Lodge.Security.Tests.Selinux;

/// <summary>Which labels a guest's files get, and what they have when it has ended.</summary>
public sealed class FileLabelTests
{
    private const string Content = "system_u:object_r:virt_content_t:s0";
    private const string Shared = "system_u:object_r:svirt_image_t:s0";
    private const string Custom = "system_u:object_r:svirt_image_custom_t:s0:c41,c264";
    private const int NotSupported = 95;
    private const int NotPermitted = 1;

    private static string Disk(string path, string more = "", string source = "", string target = "vda") =>
        $"<disk type='file' device='disk'><source file='{path}'>{source}</source>"
        + $"<target dev='{target}' bus='virtio'/>{more}</disk>";

    [Fact]
    public void An_image_carries_the_guests_pair_and_gets_its_old_label_back()
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        var guest = host.Guest(Disk(path));
        host.Start(guest);
        Assert.Equal(guest.SecurityLabels[0].ImageLabel, host.LabelOf(path));
        Assert.Equal(LabelledFolder.Before, LabelledFolder.Attribute(path, "selinux"));
        Assert.Equal("1", LabelledFolder.Attribute(path, "ref_selinux"));
        Assert.NotNull(LabelledFolder.Attribute(path, "timestamp_selinux"));
        host.Stop(guest);
        Assert.Equal(LabelledFolder.Before, host.LabelOf(path));
        Assert.Null(LabelledFolder.Attribute(path, "ref_selinux"));
        Assert.Null(LabelledFolder.Attribute(path, "selinux"));
    }

    [Theory]
    [InlineData("<readonly/>", Content)]
    [InlineData("<shareable/>", Shared)]
    public void What_several_guests_may_use_has_no_pair_and_is_not_remembered(string more, string label)
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        var guest = host.Guest(Disk(path, more));
        host.Start(guest);
        Assert.Equal(label, host.LabelOf(path));
        Assert.Null(LabelledFolder.Attribute(path, "ref_selinux"));
        Assert.Empty(host.Undo);
        host.Stop(guest);
        Assert.Equal(label, host.LabelOf(path));
    }

    [Fact]
    public void An_image_below_another_is_content()
    {
        using var host = new LabelledFolder();
        var (top, below) = (host.Add("top"), host.Add("below"));
        var guest = host.Guest(Disk(top, $"<backingStore type='file'><format type='raw'/><source file='{below}'/>"
            + "</backingStore>"));
        host.Start(guest);
        Assert.Equal((guest.SecurityLabels[0].ImageLabel, Content), (host.LabelOf(top), host.LabelOf(below)));
    }

    [Theory]
    [InlineData("<seclabel model='selinux' relabel='no'/>", LabelledFolder.Before)]
    [InlineData("<seclabel model='dac' relabel='no'/>", null)]
    [InlineData($"<seclabel model='selinux' relabel='yes'><label>{Custom}</label></seclabel>", Custom)]
    public void A_label_of_the_device_goes_before_the_guests(string source, string? label)
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        var guest = host.Guest(Disk(path, source: source));
        host.Start(guest);
        Assert.Equal(label ?? guest.SecurityLabels[0].ImageLabel, host.LabelOf(path));
        host.Stop(guest);
        Assert.Equal(LabelledFolder.Before, host.LabelOf(path));
    }

    [Fact]
    public void A_guest_that_does_not_relabel_leaves_its_files()
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        host.Start(host.Guest(Disk(path), label: "<seclabel type='static' model='selinux' relabel='no'>"
            + "<label>system_u:system_r:svirt_t:s0:c1,c2</label></seclabel>"));
        Assert.Equal(LabelledFolder.Before, host.LabelOf(path));
    }

    [Fact]
    public void Kernels_are_content_that_goes_back_when_the_last_guest_ends()
    {
        using var host = new LabelledFolder();
        var (kernel, initrd) = (host.Add("vmlinuz"), host.Add("initrd"));
        var os = $"<kernel>{kernel}</kernel><initrd>{initrd}</initrd>";
        var (one, other) = (host.Guest(os: os), host.Guest(os: os));
        host.Start(one);
        host.Start(other);
        Assert.Equal("2", LabelledFolder.Attribute(kernel, "ref_selinux"));
        host.Stop(one);
        Assert.Equal((Content, Content), (host.LabelOf(kernel), host.LabelOf(initrd)));
        host.Stop(other);
        Assert.Equal(LabelledFolder.Before, host.LabelOf(kernel));
    }

    [Fact]
    public void An_image_that_another_guest_writes_is_refused_and_stays_with_it()
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        var (one, other) = (host.Guest(Disk(path)), host.Guest(Disk(path)));
        host.Start(one);
        var refusal = Assert.Throws<VirException>(() => host.Start(other));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refusal.Code);
        Assert.Contains(
            $"Setting different SELinux label on {path} which is already in use",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.Equal("1", LabelledFolder.Attribute(path, "ref_selinux"));
        Assert.Equal(one.SecurityLabels[0].ImageLabel, host.LabelOf(path));
    }

    [Fact]
    public void A_start_that_breaks_off_leaves_every_label_as_it_was()
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        var guest = host.Guest(Disk(path) + Disk(host.PathOf("absent"), target: "vdb"));
        Assert.Throws<VirException>(() => host.Start(guest));
        host.Undo.ForEach(static undo => undo());
        Assert.Equal(LabelledFolder.Before, host.LabelOf(path));
        Assert.Null(LabelledFolder.Attribute(path, "ref_selinux"));
    }

    [Fact]
    public void Character_devices_are_labelled_but_for_the_files_that_the_daemon_opens()
    {
        using var host = new LabelledFolder();
        var (node, log, pipe, own) = (host.Add("dev"), host.Add("log"), host.Add("pipe"), host.Add("own"));
        var guest = host.Guest(
            $"<serial type='dev'><source path='{node}'/></serial><serial type='file'><source path='{log}'/></serial>"
            + $"<serial type='pipe'><source path='{pipe}'/></serial><serial type='file'><source path='{own}'>"
            + $"<seclabel model='selinux' relabel='yes'><label>{Custom}</label></seclabel></source></serial>");
        host.Start(guest);
        var label = guest.SecurityLabels[0].ImageLabel;
        Assert.Equal(
            (label, LabelledFolder.Before, label, Custom),
            (host.LabelOf(node), host.LabelOf(log), host.LabelOf(pipe), host.LabelOf(own)));
    }

    [Fact]
    public void Both_ends_of_a_pair_of_pipes_are_labelled()
    {
        using var host = new LabelledFolder();
        var (inward, outward) = (host.Add("pipe.in"), host.Add("pipe.out"));
        var guest = host.Guest($"<serial type='pipe'><source path='{host.PathOf("pipe")}'/></serial>");
        host.Start(guest);
        Assert.Equal(guest.SecurityLabels[0].ImageLabel, host.LabelOf(inward));
        Assert.Equal(guest.SecurityLabels[0].ImageLabel, host.LabelOf(outward));
    }

    [Fact]
    public void A_file_system_without_labels_is_passed_over()
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        host.Host.Refuses = static _ => NotSupported;
        host.Start(host.Guest(Disk(path)));
        Assert.Equal(LabelledFolder.Before, host.LabelOf(path));
        Assert.Null(LabelledFolder.Attribute(path, "ref_selinux"));
        Assert.Empty(host.Undo);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_label_that_is_refused_ends_the_start_only_where_SELinux_enforces(bool isEnforcing)
    {
        using var host = new LabelledFolder(isEnforcing: isEnforcing);
        var path = host.Add("a.img");
        host.Host.Refuses = static _ => NotPermitted;
        var guest = host.Guest(Disk(path));
        if (isEnforcing)
        {
            Assert.Contains(
                "unable to set security context",
                Assert.Throws<VirException>(() => host.Start(guest)).Message,
                StringComparison.Ordinal);
        }
        else
        {
            host.Start(guest);
            Assert.Contains("unable to set security context", Assert.Single(host.Warnings), StringComparison.Ordinal);
        }

        Assert.Null(LabelledFolder.Attribute(path, "ref_selinux"));
    }

    [Fact]
    public void What_is_not_remembered_gets_the_label_of_the_policy()
    {
        using var host = new LabelledFolder();
        var path = host.Add("tpm0");
        var guest = host.Guest($"<tpm><backend type='passthrough'><device path='{path}'/></backend></tpm>");
        host.Host.Default = static path => $"system_u:object_r:tpm_device_t:{(path.EndsWith("tpm0") ? "s0" : "s1")}";
        host.Start(guest);
        Assert.Equal(guest.SecurityLabels[0].ImageLabel, host.LabelOf(path));
        host.Stop(guest);
        Assert.Equal("system_u:object_r:tpm_device_t:s0", host.LabelOf(path));
    }

    [Fact]
    public void Nothing_is_remembered_where_the_administrator_says_so()
    {
        using var host = new LabelledFolder(new SelinuxSettings { RememberOwner = false });
        var path = host.Add("a.img");
        var guest = host.Guest(Disk(path));
        host.Host.Default = static _ => "system_u:object_r:virt_image_t:s0";
        host.Start(guest);
        Assert.Null(LabelledFolder.Attribute(path, "ref_selinux"));
        host.Stop(guest);
        Assert.Equal("system_u:object_r:virt_image_t:s0", host.LabelOf(path));
    }

    [Fact]
    public void What_the_host_started_before_us_remembers_is_forgotten()
    {
        using var host = new LabelledFolder();
        var path = host.Add("a.img");
        using (var file = OpenedFile.Find(path))
        {
            file.SetAttribute("trusted.libvirt.security.selinux", "system_u:object_r:stale_t:s0");
            file.SetAttribute("trusted.libvirt.security.ref_selinux", "7");
            file.SetAttribute("trusted.libvirt.security.timestamp_selinux", "1000");
        }

        var guest = host.Guest(Disk(path));
        host.Start(guest);
        Assert.Equal("1", LabelledFolder.Attribute(path, "ref_selinux"));
        host.Stop(guest);
        Assert.Equal(LabelledFolder.Before, host.LabelOf(path));
    }

    [Fact]
    public void A_layer_above_takes_over_what_the_one_below_was()
    {
        using var host = new LabelledFolder();
        var (below, above) = (host.Add("below"), host.Add("above"));
        host.Start(host.Guest(Disk(below)));
        host.Driver.MoveMemory(below, above);
        Assert.Equal(LabelledFolder.Before, LabelledFolder.Attribute(above, "selinux"));
        Assert.Null(LabelledFolder.Attribute(below, "ref_selinux"));
    }

    [Fact]
    public void A_file_of_the_daemons_making_and_a_TPMs_memory_carry_the_pair_too()
    {
        using var host = new LabelledFolder();
        var (made, kept) = (host.Add("master-key.aes"), host.Add("tpm2-00.permall"));
        var guest = host.Guest();
        GuestFile[] files =
        [
            new(made, GuestFileKind.Private),
            new(kept, GuestFileKind.DeviceState) { KeepsOwner = true },
        ];
        host.Stack.Set(guest, files, host.Undo.Add);
        Assert.Equal(guest.SecurityLabels[0].ImageLabel, host.LabelOf(made));
        Assert.Equal(guest.SecurityLabels[0].ImageLabel, host.LabelOf(kept));
        host.Stack.Restore(guest, files, static failure => throw failure);
        Assert.Equal(LabelledFolder.Before, host.LabelOf(kept));
    }
}
