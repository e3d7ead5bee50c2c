using Lodge.Client;
using Lodge.Protocol.Constants;
using static Lodge.Guest.Tests.Labels.LabellingHost;

namespace Lodge.Guest.Tests.Labels;

/// <summary>
/// Guests that run have labels of their own, and so have their files, until they end: however they end.
/// </summary>
public sealed class LabelledGuestTests(LabellingHost host) : IClassFixture<LabellingHost>
{
    private const string Image = "system_u:object_r:svirt_image_t:";
    private const string Content = "system_u:object_r:virt_content_t:s0";
    private const string Controller = "<controller type='scsi' index='0' model='virtio-scsi'/>";

    [Fact]
    public async Task Guests_have_pairs_of_their_own_and_their_images_with_them_until_they_are_stopped()
    {
        var (one, other) = (host.Image("one.img"), host.Image("other.img"));
        await host.StartAsync("one", Disk(one));
        await host.StartAsync("other", Disk(other));
        var (level, second) = (await host.LevelAsync("one"), await host.LevelAsync("other"));
        Assert.Matches("^s0:c[0-9]+,c[0-9]+$", level);
        Assert.NotEqual(level, second);
        Assert.Equal((Image + level, Image + second), (LabelOf(one), LabelOf(other)));
        Assert.Equal(Before, Remembered(one));
        Assert.Contains($"<imagelabel>{Image}{level}</imagelabel>", await host.DoAsync("dumpxml", "one"),
            StringComparison.Ordinal);
        Assert.Contains($"socket system_u:system_r:virtd_t:{level}", host.Told());
        await host.DoAsync("destroy", "one");
        Assert.Equal((Before, Image + second), (LabelOf(one), LabelOf(other)));
        Assert.Null(Remembered(one));
        await host.DoAsync("destroy", "other");
        Assert.Equal(Before, LabelOf(other));
    }

    [Fact]
    public async Task What_is_read_only_or_shared_or_below_another_image_has_a_rule_of_its_own()
    {
        var (cd, shared, below) = (host.Image("cd.iso"), host.Image("shared.img"), host.Image("below.img"));
        var top = host.Image("top.qcow2");
        var made = await Testing.ProgramRun.OfAsync(
            "qemu-img", ["create", "-q", "-f", "qcow2", "-F", "raw", "-b", below, top]);
        Assert.True(made.ExitCode == 0, made.Errors);
        await host.StartAsync("rules", $"""
            <disk type='file' device='cdrom'><source file='{cd}'/><target dev='sdb' bus='sata'/><readonly/></disk>
            <disk type='file'><source file='{shared}'/><target dev='vda' bus='virtio'/><shareable/></disk>
            <disk type='file'><driver name='qemu' type='qcow2'/><source file='{top}'/>
              <target dev='vdb' bus='virtio'/></disk>
            """);
        var level = await host.LevelAsync("rules");
        Assert.Equal(
            (Content, Image + "s0", Content, Image + level),
            (LabelOf(cd), LabelOf(shared), LabelOf(below), LabelOf(top)));
        await host.DoAsync("destroy", "rules");
        Assert.Equal(Before, LabelOf(top));
    }

    [Fact]
    public async Task A_guest_that_crashes_gives_its_images_back()
    {
        var image = host.Image("crash.img");
        await host.StartAsync("crash", Disk(image));
        Assert.NotEqual(Before, LabelOf(image));
        await using var connection = await LibvirtConnection.OpenAsync(host.Lodged.Uri);
        await using var events = await connection.DomainEventsAsync(
            VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE, await connection.LookupDomainByNameAsync("crash"));
        host.Crash("crash");
        Assert.NotNull(await events.NextAsync(TestContext.Current.CancellationToken));
        Assert.Equal((Before, (string?)null), (LabelOf(image), Remembered(image)));
    }

    [Fact]
    public async Task A_guest_that_outlives_its_daemon_keeps_its_pair_and_gives_its_images_back()
    {
        var image = host.Image("adopted.img");
        await host.StartAsync("adopted", Disk(image));
        var level = await host.LevelAsync("adopted");
        await host.Lodged.CrashAsync();
        await host.Lodged.StartAgainAsync();
        Assert.Equal((level, Image + level), (await host.LevelAsync("adopted"), LabelOf(image)));
        await host.DoAsync("destroy", "adopted");
        Assert.Equal((Before, (string?)null), (LabelOf(image), Remembered(image)));
    }

    [Fact]
    public async Task A_start_that_fails_leaves_no_label()
    {
        var image = host.Image("failed.img");
        await host.DefineAsync("failed", Disk(image), """
            <qemu:commandline xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
              <qemu:arg value='-nosuch'/>
            </qemu:commandline>
            """);
        Assert.Contains("-nosuch", await host.FailAsync("start", "failed"), StringComparison.Ordinal);
        Assert.Equal((Before, (string?)null), (LabelOf(image), Remembered(image)));
    }

    [Fact]
    public async Task A_disk_has_its_label_from_being_plugged_in_to_being_plugged_out()
    {
        var (image, more) = (host.Image("plug.img"), host.Image("more.img"));
        await host.StartAsync("plug", Disk(image) + Controller);
        var disk = host.PathOf("disk.xml");
        await File.WriteAllTextAsync(disk, Disk(more, "sda", "scsi"));
        await host.DoAsync("attach-device", "plug", disk);
        Assert.Equal(Image + await host.LevelAsync("plug"), LabelOf(more));
        await host.DoAsync("detach-device", "plug", disk);
        Assert.Equal((Before, (string?)null), (LabelOf(more), Remembered(more)));
        Assert.NotEqual(Before, LabelOf(image));
        await host.DoAsync("destroy", "plug");
    }

    [Theory]
    [InlineData("static", "<seclabel type='static' model='selinux' relabel='yes'>"
        + "<label>system_u:system_r:svirt_t:s0:c5,c6</label></seclabel>", Image + "s0:c5,c6")]
    [InlineData("kept", "<seclabel type='static' model='selinux' relabel='no'>"
        + "<label>system_u:system_r:svirt_t:s0:c7,c8</label></seclabel>", Before)]
    [InlineData("none", "<seclabel type='none' model='selinux'/>", Before)]
    public async Task A_label_that_a_person_gave_is_the_guests(string name, string label, string expected)
    {
        var image = host.Image(name + ".img");
        await host.StartAsync(name, Disk(image), label);
        Assert.Equal(expected, LabelOf(image));
        await host.DoAsync("destroy", name);
        Assert.Equal(Before, LabelOf(image));
    }

    [Fact]
    public async Task A_base_label_gives_the_type_and_a_disk_may_have_a_label_of_its_own_or_none()
    {
        const string own = "system_u:object_r:virt_content_t:s0:c9,c10";
        var (image, labelled, left) = (host.Image("b.img"), host.Image("own.img"), host.Image("left.img"));
        await host.StartAsync(
            "based",
            Disk(image)
            + Disk(labelled, "vdb", more: $"<seclabel model='selinux' relabel='yes'><label>{own}</label></seclabel>")
            + Disk(left, "vdc", more: "<seclabel model='selinux' relabel='no'/>"),
            "<seclabel type='dynamic' model='selinux' relabel='yes'>"
            + "<baselabel>system_u:system_r:svirt_custom_t:s0</baselabel></seclabel>");
        var xml = await host.DoAsync("dumpxml", "based");
        Assert.Matches("<label>system_u:system_r:svirt_custom_t:s0:c[0-9]+,c[0-9]+</label>", xml);
        Assert.StartsWith(Image + "s0:c", LabelOf(image), StringComparison.Ordinal);
        Assert.Equal((own, Before), (LabelOf(labelled), LabelOf(left)));
        await host.DoAsync("destroy", "based");
        Assert.Equal((Before, Before), (LabelOf(image), LabelOf(labelled)));
    }

    [Fact]
    public async Task Sockets_and_memory_that_a_guest_shares_with_others_carry_its_label()
    {
        await host.StartAsync(
            "shares",
            "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>",
            "<memoryBacking><source type='file'/><access mode='shared'/></memoryBacking>");
        var level = await host.LevelAsync("shares");
        Assert.Contains($"socket system_u:system_r:svirt_t:{level}", host.Told());
        var line = File.ReadAllText($"/proc/{host.PidOf("shares")}/cmdline");
        var memory = line.Split("\"mem-path\":\"")[1].Split('"')[0];
        Assert.Equal(Image + level, LabelOf(Directory.Exists(memory) ? memory : Path.GetDirectoryName(memory)!));
        await host.DoAsync("destroy", "shares");
        Assert.False(Path.Exists(Path.GetDirectoryName(memory)));
    }

    private static string Disk(string path, string target = "vda", string bus = "virtio", string more = "") => $"""
        <disk type='file' device='disk'>
          <driver name='qemu' type='raw'/><source file='{path}'>{more}</source><target dev='{target}' bus='{bus}'/>
        </disk>
        """;
}
