using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Processors;
using Lodge.Qemu.Tests.Lifecycle;
using Lodge.Testing;

namespace Lodge.Qemu.Tests.Processors;

public sealed class CpuNamesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly CpuNames _names;

    public CpuNamesTests()
    {
        File.WriteAllText(_folder.Path("index.xml"), """
            <cpus><arch name='arm'><include filename='none.xml'/></arch><arch name='x86'><include filename='all.xml'/></arch></cpus>
            """);
        File.WriteAllText(_folder.Path("all.xml"), """
            <cpus>
              <vendor name='AMD' string='AuthenticAMD'/>
              <vendor name='Intel' string='GenuineIntel'/>
              <feature name='one'><cpuid eax_in='0x01' edx='0x00000001'/></feature>
              <feature name='two'><cpuid eax_in='0x01' edx='0x00000002'/></feature>
              <feature name='fxsr_opt'><cpuid eax_in='0x80000001' edx='0x02000000'/><alias name='fxsr-opt' source='qemu'/></feature>
              <feature name='bound' migratable='no'><msr index='0x10a' edx='0x0' eax='0x1'/></feature>
              <model name='Plain'><decode host='on' guest='on'/><feature name='one'/></model>
              <model name='Zen'><decode host='on' guest='on'/><signature family='25' model='17' stepping='1-2'/>
                <vendor name='AMD'/><feature name='one'/><feature name='two'/><feature name='fxsr_opt' removed='yes'/></model>
              <model name='Core'><decode host='on' guest='on'/><vendor name='Intel'/><feature name='one'/><feature name='two'/></model>
              <model name='Zen-next'><decode host='off' guest='on'/><model name='Zen'/><feature name='fxsr_opt'/></model>
            </cpus>
            """);
        _names = CpuNames.Load(_folder.Path(""))!;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_map_no_names() => Assert.Null(CpuNames.Load(_folder.Path("nowhere")));

    [Fact]
    public void A_host_is_named_by_the_nearest_model_it_has_all_of()
    {
        var host = new CpuDecoder(_names).DescribeHost(Bits("AuthenticAMD", new(25, 17, 1), "one", "two", "fxsr-opt"))!;
        Assert.Equal(("Zen", "AMD"), (host.Model, host.Vendor));
        Assert.Equal([new CpuDifference("fxsr_opt", true)], host.Features);
        Assert.Equal(new CpuSignature(25, 17, 1), host.Signature);
    }

    [Fact]
    public void A_host_that_lacks_a_feature_of_its_model_is_named_by_a_lesser_one()
    {
        var host = new CpuDecoder(_names).DescribeHost(Bits("AuthenticAMD", new(25, 17, 1), "one", "fxsr_opt"))!;
        Assert.Equal("Plain", host.Model);
    }

    [Fact]
    public void A_guest_has_only_models_that_QEMU_offers_and_is_told_what_is_gone()
    {
        var offered = new Dictionary<string, IReadOnlyList<string>> { ["Zen"] = [], ["Core"] = [] };
        var guest = new CpuDecoder(_names).DescribeGuest(Bits("AuthenticAMD", new(25, 17, 1), "one"), offered)!;
        Assert.Equal("Zen", guest.Model);
        Assert.Equal([new CpuDifference("two", false), new CpuDifference("fxsr_opt", false)], guest.Features);
    }

    [Theory]
    [InlineData(6, 85, 7)]
    [InlineData(25, 17, 1)]
    [InlineData(15, 107, 1)]
    [InlineData(5, 4, 3)]
    public void A_signature_is_the_same_in_and_out_of_eax(uint family, uint model, uint stepping)
    {
        var signature = new CpuSignature(family, model, stepping);
        Assert.Equal(signature, CpuSignature.FromEax(signature.ToEax()));
    }

    [Fact]
    public void The_hosts_own_cpu_has_the_signature_that_linux_tells()
    {
        var bits = HostCpuBits.Read();
        Assert.SkipWhen(bits is null, "not an x86 processor");
        var signature = CpuSignature.FromEax(bits[CpuBitsSource.Basic].Eax);
        Assert.Contains(
            $"cpu family\t: {signature.Family}\n", File.ReadAllText("/proc/cpuinfo"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hosts_model_becomes_a_model_by_name_and_what_is_asked_for_stays()
    {
        Assert.SkipWhen(CpuNames.Load(CpuNames.DefaultFolder) is null, "no CPU map is installed");
        var guest = Guest("<cpu mode='host-model'><feature policy='disable' name='hypervisor'/></cpu>");
        GuestCpu.Settle(guest, QemuCapabilities.Read(RecordedQemu.Open72()), CpuNames.Load(CpuNames.DefaultFolder));
        Assert.Equal(CpuMode.Custom, guest.Cpu!.Mode);
        Assert.NotNull(guest.Cpu.Model);
        Assert.Equal(CpuFallback.Forbid, guest.Cpu.Fallback);
        Assert.Equal(CpuFeaturePolicy.Disable, guest.Cpu.Feature("hypervisor")!.Policy);
    }

    [Fact]
    public void The_hosts_own_cpu_needs_kvm()
    {
        var guest = Guest("<cpu mode='host-passthrough'/>");
        var refused = Assert.Throws<VirException>(
            () => GuestCpu.Settle(guest, QemuCapabilities.Read(RecordedQemu.Open72()), _names));
        Assert.Equal(
            "unsupported configuration: CPU mode 'host-passthrough' for x86_64 qemu domain on x86_64 host is not "
                + "supported by hypervisor",
            refused.Message);
    }

    [Fact]
    public void A_cpu_with_only_a_topology_is_left_as_it_is()
    {
        var guest = Guest("<cpu><topology sockets='1' dies='1' cores='1' threads='1'/></cpu>");
        GuestCpu.Settle(guest, QemuCapabilities.Read(RecordedQemu.Open72()), _names);
        Assert.Null(guest.Cpu!.Model);
    }

    private static DomainDefinition Guest(string cpu) => DomainXml.Parse(
        $"<domain type='qemu'><name>g</name><memory>65536</memory><vcpu>1</vcpu><os><type arch='x86_64' "
            + $"machine='pc'>hvm</type></os>{cpu}</domain>",
        DomainXmlParseOptions.Configuration);

    private CpuBits Bits(string vendor, CpuSignature signature, params string[] features)
    {
        var bits = new CpuBits();
        CpuNames.SetVendor(bits, vendor);
        bits[CpuBitsSource.Basic] = new CpuRegisters(signature.ToEax(), 0, 0, 0);
        foreach (var feature in features) bits.Add(_names.Feature(feature)!.Bits);
        return bits;
    }
}
