using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Tests.Lifecycle;

namespace Lodge.Qemu.Tests.Probing;

/// <summary>
/// The documents on this host's QEMU. With <c>LODGE_SHOW</c> naming a folder they are left there to be looked at.
/// </summary>
public sealed class HypervisorTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly QemuHypervisor _hypervisor;

    public HypervisorTests()
    {
        EmptyMachine.SkipWithoutQemu();
        _hypervisor = new QemuHypervisor(new QemuHypervisorOptions
        {
            CacheFolder = _folder.Path("cache"), IsKvmUsable = () => false, Uid = 64055, Gid = 64055,
        });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Capabilities_name_the_guests_and_the_host()
    {
        var xml = await _hypervisor.GetCapabilitiesXmlAsync();
        Show("caps.xml", xml);
        Assert.StartsWith("<capabilities>\n\n  <host>\n    <uuid>", xml, StringComparison.Ordinal);
        Assert.Contains(
            "<arch name='x86_64'>\n      <wordsize>64</wordsize>\n      <emulator>", xml, StringComparison.Ordinal);
        Assert.Contains("<domain type='qemu'/>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<domain type='kvm'/>", xml, StringComparison.Ordinal);
        Assert.Contains("<baselabel type='qemu'>+64055:+64055</baselabel>", xml, StringComparison.Ordinal);
        Assert.EndsWith("  </guest>\n\n</capabilities>\n", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "domcaps.xml")]
    [InlineData(null, "q35", "domcaps-q35.xml")]
    [InlineData("i686", null, "domcaps-i686.xml")]
    [InlineData(null, "microvm", "domcaps-microvm.xml")]
    public async Task Domain_capabilities_are_of_the_machine_asked_for(
        string? architecture, string? machine, string file)
    {
        var xml = await _hypervisor.GetDomainCapabilitiesXmlAsync(null, architecture, machine, null);
        Show(file, xml);
        Assert.StartsWith("<domainCapabilities>\n  <path>/", xml, StringComparison.Ordinal);
        Assert.Contains("<mode name='host-model' supported='", xml, StringComparison.Ordinal);
        Assert.Equal(machine == "q35", xml.Contains("<machine>pc-q35-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, null, "vax", "invalid argument: unknown virttype: vax")]
    [InlineData(null, "nonsense", null, null, "invalid argument: unknown architecture: nonsense")]
    [InlineData(null, "alpha", null, null,
        "unsupported configuration: unable to find any emulator to serve 'alpha' architecture")]
    [InlineData(null, null, null, "kvm",
        "invalid argument: the accel 'kvm' is not supported by '/usr/bin/qemu-system-x86_64' on this host")]
    [InlineData(null, null, "abacus", null,
        "invalid argument: the machine 'abacus' is not supported by emulator '/usr/bin/qemu-system-x86_64'")]
    [InlineData("/no/such/qemu", null, null, null, "Cannot check QEMU binary /no/such/qemu: No such file or directory")]
    public async Task What_does_not_go_together_is_refused(
        string? emulator, string? architecture, string? machine, string? type, string message)
    {
        var refused = await Assert.ThrowsAsync<VirException>(
            () => _hypervisor.GetDomainCapabilitiesXmlAsync(emulator, architecture, machine, type));
        Assert.Equal(message, refused.Message);
    }

    private static void Show(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("LODGE_SHOW") is { } folder) File.WriteAllText(
            Path.Combine(folder, name), text);
    }
}
