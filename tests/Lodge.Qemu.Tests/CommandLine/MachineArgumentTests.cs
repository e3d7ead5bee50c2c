using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Tests.CommandLine;

/// <summary>The machine itself: board, CPU, memory, clock, firmware, and what a person adds.</summary>
public sealed class MachineArgumentTests
{
    private const string Type = "<os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type>";
    private const string Memory = "<memory unit='MiB'>128</memory><vcpu>1</vcpu>";

    [Fact]
    public void A_hostile_name_stays_a_name()
    {
        var arguments = GuestText.Pc(
            "", name: "a,process=evil\"'\n<!-- -->b".Replace("<!-- -->", "&lt;", StringComparison.Ordinal));

        Assert.Equal("guest=a,,process=evil\"'\n<b,debug-threads=on", arguments[1]);
    }

    [Theory]
    [InlineData("<vcpu current='2'>4</vcpu>", "2,maxcpus=4,sockets=4,cores=1,threads=1")]
    [InlineData(
        "<vcpu>8</vcpu><cpu mode='custom'><model>qemu64</model><topology sockets='1' dies='2' cores='2' threads='2'/>"
            + "</cpu>",
        "8,sockets=1,dies=2,cores=2,threads=2")]
    public void Processors_sit_as_they_are_told(string vcpus, string expected) => Assert.Equal(
        [expected],
        GuestText.Build($"<memory unit='MiB'>128</memory>{vcpus}{Type}</os>", "").Values("-smp"));

    [Theory]
    [InlineData(
        "<cpu mode='custom'><model>Haswell</model><feature policy='require' name='lahf_lm'/><feature policy='disable' "
            + "name='hle'/></cpu>", "", "Haswell,lahf-lm=on,hle=off")]
    [InlineData("<cpu mode='maximum'/>", "<features><pmu state='off'/></features>", "max,pmu=off")]
    [InlineData("<cpu mode='custom'><model>qemu64</model><maxphysaddr mode='emulate' bits='42'/></cpu>", "",
        "qemu64,phys-bits=42")]
    [InlineData(
        "<cpu mode='custom'><model>qemu64</model></cpu>",
        "<features><hyperv mode='custom'><relaxed state='on'/><spinlocks state='on' retries='8191'/><vendor_id "
            + "state='on' value='KVM Hv'/></hyperv></features>",
        "qemu64,hv-relaxed=on,hv-spinlocks=0x1fff,hv-vendor-id=KVM Hv")]
    public void A_processor_has_its_features(string cpu, string features, string expected) =>
        Assert.Equal([expected], GuestText.Build($"{Memory}{Type}</os>{features}{cpu}", "").Values("-cpu"));

    [Theory]
    [InlineData("<clock offset='utc'/>", "base=utc")]
    [InlineData("<clock offset='localtime'><timer name='rtc' track='guest'/></clock>", "base=localtime,clock=vm")]
    [InlineData("<clock offset='absolute' start='1234567890'/>", "base=2009-02-13T23:31:30")]
    public void A_clock_runs_from_where_it_is_told(string clock, string expected) =>
        Assert.Equal([expected], GuestText.Build($"{Memory}{Type}</os>{clock}", "").Values("-rtc"));

    [Theory]
    [InlineData("", "memory-backend-ram")]
    [InlineData("<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>", "memory-backend-memfd")]
    [InlineData("<memoryBacking><source type='file'/></memoryBacking>", "memory-backend-file")]
    public void Memory_is_made_of_what_it_is_told(string backing, string expected) => Assert.Contains(
        GuestText.Build($"{Memory}{backing}{Type}</os>", "").Values("-object"),
        text => text.StartsWith($$"""{"qom-type":"{{expected}}","id":"pc.ram",""", StringComparison.Ordinal)
            && text.Contains("\"size\":134217728", StringComparison.Ordinal));

    [Fact]
    public void Nodes_have_memory_processors_and_distances()
    {
        var arguments = GuestText.Build(
            "<memory unit='MiB'>128</memory><vcpu>4</vcpu>" + Type
                + "</os><cpu mode='custom'><model>qemu64</model><numa>"
            + "<cell id='0' cpus='0-1' memory='64' unit='MiB'><distances><sibling id='1' value='21'/></distances>"
            + "</cell>"
            + "<cell id='1' cpus='2,3' memory='64' unit='MiB'/></numa></cpu>",
            "");

        Assert.Equal(
            [
                "node,nodeid=0,cpus=0-1,memdev=ram-node0", "node,nodeid=1,cpus=2-3,memdev=ram-node1",
                "dist,src=0,dst=0,val=10", "dist,src=0,dst=1,val=21", "dist,src=1,dst=0,val=21",
                "dist,src=1,dst=1,val=10",
            ],
            arguments.Values("-numa"));
    }

    [Fact]
    public void Uefi_is_two_flash_chips_that_the_machine_names()
    {
        var arguments = GuestText.Build(
            $"{Memory}{Type}<loader readonly='yes' secure='yes' type='pflash'>/code.fd</loader><nvram "
                + $"template='/t'>/vars.fd</nvram></os><features><smm state='on'/></features>",
            "");

        Assert.Equal(
            ["pc-q35-7.2,usb=off,smm=on,dump-guest-core=off,memory-backend=pc.ram,pflash0=libvirt-pflash0-format,"
                + "pflash1=libvirt-pflash1-format"],
            arguments.Values("-machine"));
        Assert.Equal(4, arguments.Values("-blockdev").Count);
        Assert.Contains("driver=cfi.pflash01,property=secure,value=on", arguments.Values("-global"));
    }

    [Fact]
    public void A_kernel_is_booted_with_its_command_line()
    {
        var arguments = GuestText.Build(
            $"{Memory}{Type}<kernel>/k</kernel><initrd>/i</initrd><cmdline>console=ttyS0 a,b</cmdline><bootmenu "
                + $"enable='yes' timeout='3000'/></os>",
            "");

        Assert.Equal(["/k"], arguments.Values("-kernel"));
        Assert.Equal(["console=ttyS0 a,b"], arguments.Values("-append"));
        Assert.Equal(["menu=on,splash-time=3000,strict=on"], arguments.Values("-boot"));
    }

    [Fact]
    public void What_a_person_adds_comes_as_it_is_and_overrides_what_is_built()
    {
        var arguments = GuestText.Build(
            $"{Memory}{Type}</os>",
            "<memballoon model='virtio'><address type='pci' slot='4'/></memballoon>",
            outside: "<qemu:commandline><qemu:arg value='-unknown'/><qemu:arg value='a,b'/></qemu:commandline>"
                + "<qemu:override><qemu:device alias='balloon0'><qemu:frontend><qemu:property name='page-poison' "
                + "type='bool' value='true'/>"
                + "<qemu:property name='addr' type='remove'/></qemu:frontend></qemu:device></qemu:override>");

        Assert.Equal(["a,b"], arguments.Values("-unknown"));
        Assert.Equal(
            ["""{"driver":"virtio-balloon-pci","id":"balloon0","bus":"pcie.0","page-poison":true}"""],
            arguments.Values("-device"));
    }

    [Fact]
    public void Two_screens_of_a_kind_are_refused()
    {
        const string Screen = "<graphics type='vnc' autoport='yes'><listen type='address'/></graphics>";

        var failure = Assert.Throws<VirException>(() => GuestText.Pc(Screen + Screen + "<audio id='1' type='none'/>"));

        Assert.Contains("only 1 graphics device of each type", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny")]
    [InlineData(false, "off")]
    public void The_sandbox_is_as_the_administrator_wants_it(bool isOn, string expected) => Assert.Equal(
        [expected], GuestText.Pc("", settings: new QemuSettings { SeccompSandbox = isOn }).Values("-sandbox"));

    [Fact]
    public void Smbios_tables_carry_a_persons_words()
    {
        var arguments = GuestText.Build(
            $"<sysinfo type='smbios'><bios><entry name='vendor'>A, B</entry></bios><oemStrings><entry>x,y</entry>"
                + $"</oemStrings></sysinfo>"
            + $"<sysinfo type='fwcfg'><entry name='opt/com.example/n'>v,w</entry></sysinfo>{Memory}{Type}<smbios "
            + $"mode='sysinfo'/></os>",
            "");

        Assert.Equal(["type=0,vendor=A,, B", "type=11,value=x,,y"], arguments.Values("-smbios"));
        Assert.Equal(["name=opt/com.example/n,string=v,,w"], arguments.Values("-fw_cfg"));
    }
}
