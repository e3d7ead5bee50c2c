using Lodge.Host.Setup;

namespace Lodge.Host.Tests.Setup;

/// <summary>A host is made ready, once, and can be had back as it was.</summary>
public sealed class HostSetupTests
{
    [Fact]
    public async Task A_bare_host_gets_all_that_guests_need_and_then_nothing_more()
    {
        using var host = new MadeUpHost();
        Assert.True(await host.Setup().RunAsync());
        Assert.Contains(
            "apt-get install -y -q --no-install-recommends qemu-system-x86 dnsmasq-base nftables iproute2 swtpm "
                + "swtpm-tools ovmf xorriso acl",
            host.Changes);
        Assert.Equal("kvm_intel\nvhost_net\ntun\n", host.Text("/etc/modules-load.d/lodge.conf"));
        Assert.Contains("modprobe vhost_net", host.Changes);
        Assert.DoesNotContain("modprobe tun", host.Changes);
        Assert.Contains("libvirt-qemu:", host.Text("/etc/passwd"), StringComparison.Ordinal);
        Assert.Contains("libvirt:", host.Text("/etc/group"), StringComparison.Ordinal);
        Assert.True(host.Host.Files.Exists("/var/lib/libvirt/images"));
        host.Changes.Clear();
        Assert.True(await host.Setup().RunAsync());
        Assert.Empty(host.Changes);
        Assert.EndsWith(
            """
            packages:  ready
            modules:   ready
            accounts:  ready
            folders:   ready
            labels:    ready
            services:  ready
            defaults:  ready

            """,
            host.Said,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_is_taken_back_in_the_other_order()
    {
        using var host = new MadeUpHost();
        var (passwd, group) = (host.Text("/etc/passwd"), host.Text("/etc/group"));
        await host.Setup().RunAsync();
        host.Changes.Clear();
        Assert.True(await host.Setup().UndoAsync());
        Assert.StartsWith("rmdir", host.Changes[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "apt-get remove -y -q qemu-system-x86 dnsmasq-base", host.Changes[^1], StringComparison.Ordinal);
        Assert.Equal((passwd, group), (host.Text("/etc/passwd"), host.Text("/etc/group")));
        Assert.Equal(["qemu-utils"], host.Packages);
        Assert.Null(host.Text("/etc/modules-load.d/lodge.conf"));
        Assert.Null(host.Text(SetupJournal.Path));
        host.Changes.Clear();
        Assert.True(await host.Setup().UndoAsync());
        Assert.Empty(host.Changes);
        Assert.EndsWith("undo:      there is nothing to take back\n", host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_says_all_and_does_nothing()
    {
        using var host = new MadeUpHost();
        Assert.True(await host.Setup(isTrial: true).RunAsync());
        Assert.Empty(host.Changes);
        Assert.Null(host.Text(SetupJournal.Path));
        Assert.Contains("modules:   would load the module vhost_net\n", host.Said, StringComparison.Ordinal);
        await host.Setup().RunAsync();
        host.Changes.Clear();
        Assert.True(await host.Setup(isTrial: true).UndoAsync());
        Assert.Empty(host.Changes);
        Assert.Contains("undo:      would run: userdel libvirt-qemu\n", host.Said, StringComparison.Ordinal);
        Assert.NotNull(host.Text(SetupJournal.Path));
    }

    [Fact]
    public async Task A_step_that_fails_is_named_with_its_last_words_and_the_others_go_on()
    {
        using var host = new MadeUpHost { Failing = ("apt-get", "E: no such package") };
        Assert.False(await host.Setup().RunAsync());
        Assert.Contains(
            "packages:  FAILED: install qemu-system-x86, dnsmasq-base, nftables, iproute2, swtpm, swtpm-tools, ovmf, "
                + "xorriso, acl: E: no such package\n",
            host.Said,
            StringComparison.Ordinal);
        Assert.Contains("folders:   done:", host.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_a_change_back_is_written_before_the_change_is_made()
    {
        using var host = new MadeUpHost { Failing = ("useradd", "it broke off here") };
        await host.Setup().RunAsync();
        Assert.Contains("userdel\tlibvirt-qemu\n", host.Text(SetupJournal.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_tried_again_is_taken_back_once()
    {
        using var host = new MadeUpHost { Failing = ("useradd", "it broke off here") };
        await host.Setup().RunAsync();
        await host.Setup().RunAsync();
        Assert.Single(host.Text(SetupJournal.Path)!.Split('\n'), "userdel\tlibvirt-qemu");
    }

    [Fact]
    public async Task A_container_loads_no_modules_and_fails_for_none()
    {
        using var host = new MadeUpHost();
        File.Delete(host.Host.Files.PathOf("/usr/sbin/modprobe"));
        Assert.True(await host.Setup().RunAsync());
        Assert.DoesNotContain(host.Changes, static change => change.StartsWith("modprobe", StringComparison.Ordinal));
        Assert.Equal("kvm_intel\nvhost_net\ntun\n", host.Text("/etc/modules-load.d/lodge.conf"));
    }

    [Fact]
    public async Task What_could_not_be_taken_back_is_kept_for_the_next_time()
    {
        using var host = new MadeUpHost();
        await host.Setup().RunAsync();
        host.Failing = ("userdel", "user is logged in");
        Assert.False(await host.Setup().UndoAsync());
        Assert.Equal("userdel\tlibvirt-qemu\n", host.Text(SetupJournal.Path));
        host.Failing = null;
        Assert.True(await host.Setup().UndoAsync());
    }

    [Theory]
    [InlineData("ID=\"rhel\"\nID_LIKE=\"fedora\"\n", "dnf install -y -q qemu-kvm qemu-img")]
    [InlineData("ID=fedora\n", "dnf install -y -q qemu-kvm")]
    [InlineData("ID=ubuntu\nID_LIKE=debian\n", "apt-get install -y -q")]
    public async Task Each_family_of_distributions_has_its_own_packages(string release, string command)
    {
        using var host = new MadeUpHost(release);
        await host.Setup().RunAsync();
        Assert.Contains(host.Changes, change => change.StartsWith(command, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_distribution_that_is_not_known_is_said_and_the_rest_is_done()
    {
        using var host = new MadeUpHost("ID=other\n");
        Assert.False(await host.Setup().RunAsync());
        Assert.Contains("packages:  FAILED:", host.Said, StringComparison.Ordinal);
        Assert.True(host.Host.Files.Exists("/var/lib/libvirt/images"));
    }

    [Fact]
    public void A_command_reads_as_it_was_written()
    {
        var command = SetupCommand.Of("rm", "-f", "/a b/c");
        Assert.Equal(command.ToLine(), SetupCommand.TryParse(command.ToLine())!.ToLine());
        Assert.Equal(["-f", "/a b/c"], SetupCommand.TryParse(command.ToLine())!.Arguments);
        Assert.Null(SetupCommand.TryParse(""));
    }
}
