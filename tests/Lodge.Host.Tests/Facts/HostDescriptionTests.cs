using Lodge.Host.Facts;

namespace Lodge.Host.Tests.Facts;

public sealed class HostDescriptionTests
{
    [Fact]
    public void The_first_processor_describes_the_host()
    {
        using var host = new FakeHost();
        host.With(
            "/proc/cpuinfo",
            "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 25\nmodel\t\t: 17\nmodel name\t: EPYC: 9\n"
                + "stepping\t: 1\nmicrocode\t: 0x1000065\nflags\t\t: fpu lm svm\naddress sizes\t: 48 bits physical, "
                + "57 bits virtual\n\n"
                + "processor\t: 1\nvendor_id\t: Other\nflags\t\t: vmx\n");

        var cpu = HostCpu.Read(host.Files);

        Assert.Equal(("AuthenticAMD", "EPYC: 9"), (cpu.VendorId, cpu.ModelName));
        Assert.Equal(
            (25, 17, 1, 0x1000065u, 48), (cpu.Family, cpu.Model, cpu.Stepping, cpu.Microcode, cpu.PhysicalAddressBits));
        Assert.True(cpu.HasFlag("svm"));
        Assert.False(cpu.HasFlag("vmx"));
    }

    [Theory]
    [InlineData("4C4C4544-0034-4B10-8051-B4C04F4D4E32\n", "4c4c4544-0034-4b10-8051-b4c04f4d4e32")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff", null)]
    [InlineData("00000000-0000-0000-0000-000000000000", null)]
    [InlineData("not specified", null)]
    public void A_firmware_uuid_counts_when_it_says_something(string text, string? uuid)
    {
        using var host = new FakeHost();
        host.With("/sys/class/dmi/id/product_uuid", text);

        Assert.Equal(uuid, HostIdentity.FirmwareUuid(host.Files)?.ToString());
    }

    [Fact]
    public void Version_2_control_groups_offer_blkio_as_io_and_have_no_name_for_devices()
    {
        using var host = new FakeHost();
        host.With("/proc/self/mounts", "cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\n")
            .With("/sys/fs/cgroup/cgroup.controllers", "cpuset cpu io memory pids\n");

        var groups = CgroupHierarchy.Read(host.Files);

        Assert.All(["cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio"], name => Assert.True(
            groups.Has(name)));
        Assert.False(groups.Has("net_cls"));
    }

    [Fact]
    public void Version_1_control_groups_are_found_by_mount_option()
    {
        using var host = new FakeHost();
        host.With("/proc/self/mounts", "cgroup /g/cpu cgroup rw,cpu,cpuacct 0 0\ncgroup2 /g/unified cgroup2 rw 0 0\n")
            .With("/g/unified/cgroup.controllers", "\n");

        var groups = CgroupHierarchy.Read(host.Files);

        Assert.Equal("/g/cpu", groups.Legacy["cpuacct"]);
        Assert.False(groups.Has("memory"));
        Assert.False(groups.Has("devices"));
    }
}
