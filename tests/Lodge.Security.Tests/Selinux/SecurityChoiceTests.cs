using Lodge.Security.Dac;
using Lodge.Security.Selinux;

namespace Lodge.Security.Tests.Selinux;

/// <summary>Which drivers a host has.</summary>
public sealed class SecurityChoiceTests
{
    private static readonly DacSettings Owners = new() { Account = new Ownership(5, 6) };

    [Theory]
    [InlineData(true, "selinux", "selinux,dac")]
    [InlineData(false, "none", "dac")]
    public void A_host_has_the_labels_that_its_kernel_has(bool isEnabled, string primary, string drivers)
    {
        using var host = new MadeUpSelinux { IsEnabled = isEnabled };
        var stack = new SecurityChoice { Dac = Owners }.Build(host);
        Assert.Equal((primary, drivers), (stack.PrimaryModel, string.Join(',', stack.Drivers.Select(d => d.Model))));
    }

    [Fact]
    public void The_administrator_may_do_without_labels()
    {
        using var host = new MadeUpSelinux();
        var stack = new SecurityChoice { Named = ["none"], Dac = Owners }.Build(host);
        Assert.Equal("dac", Assert.Single(stack.Drivers).Model);
    }

    [Theory]
    [InlineData("selinux", "Security driver selinux not enabled")]
    [InlineData("apparmor", "Security driver apparmor not enabled")]
    [InlineData("smack", "Security driver smack not found")]
    public void A_driver_that_the_host_has_not_is_refused_by_name(string name, string reason)
    {
        using var host = new MadeUpSelinux { IsEnabled = false };
        var refusal = Assert.Throws<FormatException>(() => new SecurityChoice { Named = [name] }.Build(host));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_shows_what_labels_are_made_from()
    {
        using var host = new MadeUpSelinux();
        var driver = new SelinuxDriver(host, new SelinuxSettings());
        Assert.Equal(
            ("system_u:system_r:svirt_t:s0", "system_u:system_r:svirt_tcg_t:s0", "0"),
            (driver.BaseLabel(false), driver.BaseLabel(true), driver.DomainOfInterpretation));
    }

    [Fact]
    public void This_hosts_own_answer_does_not_fail_without_SELinux()
    {
        using var host = new HostSelinux();
        Assert.SkipWhen(host.IsEnabled, "SELinux is enabled here");
        Assert.False(host.IsEnforcing);
        Assert.Equal("dac", Assert.Single(new SecurityChoice { Dac = Owners }.Build(host).Drivers).Model);
    }
}
