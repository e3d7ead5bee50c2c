using Lodge.Daemon.Domains;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Domains;

public sealed class ConfiguredVcpusTests
{
    [Fact]
    public void More_vcpus_are_a_number_unless_they_are_to_come_and_go()
    {
        var vcpus = new Vcpus { Maximum = 4, Current = 1 };
        ConfiguredVcpus.SetCount(vcpus, 3, hotpluggable: false);
        Assert.Equal((3u, null), (vcpus.Current, vcpus.Individual));
    }

    [Fact]
    public void Vcpus_that_may_go_again_are_listed_and_all_later_ones_may_go_too()
    {
        var vcpus = new Vcpus { Maximum = 4, Current = 1 };
        ConfiguredVcpus.SetCount(vcpus, 2, hotpluggable: true);
        ConfiguredVcpus.SetCount(vcpus, 3, hotpluggable: false);
        Assert.Equal([false, true, true, true], vcpus.Individual!.Values.Select(vcpu => vcpu.Hotpluggable == true));
        Assert.Equal([true, true, true, false], vcpus.Individual.Values.Select(vcpu => vcpu.Online));
    }

    [Fact]
    public void Fewer_vcpus_leave_the_first_ones()
    {
        var vcpus = new Vcpus { Maximum = 4, Current = 4 };
        ConfiguredVcpus.SetCount(vcpus, 2, hotpluggable: true);
        Assert.Equal(2u, vcpus.Online);
    }

    [Fact]
    public void Single_vcpus_come_and_go()
    {
        var vcpus = new Vcpus { Maximum = 4, Current = 1 };
        ConfiguredVcpus.Set(vcpus, new HashSet<uint> { 2 }, online: true);
        Assert.Equal([true, false, true, false], vcpus.Individual!.Values.Select(vcpu => vcpu.Online));
        ConfiguredVcpus.Set(vcpus, new HashSet<uint> { 2 }, online: false);
        Assert.Equal(1u, vcpus.Online);
    }

    [Theory]
    [InlineData(0u, 4u, "vCPU '0' can't be modified")]
    [InlineData(7u, 4u, "vcpu 7 is not present in persistent config")]
    [InlineData(1u, 3u, "vcpu '1' can't be modified as it is followed by non-hotpluggable online vcpus")]
    public void A_vcpu_that_cannot_come_or_go_is_named(uint vcpu, uint present, string complaint)
    {
        var vcpus = new Vcpus { Maximum = 4, Current = present };
        var refusal = Assert.Throws<VirException>(
            () => ConfiguredVcpus.Set(vcpus, new HashSet<uint> { vcpu }, online: false));
        Assert.Equal(VirErrorNumber.VIR_ERR_INVALID_ARG, refusal.Code);
        Assert.EndsWith(complaint, refusal.Message, StringComparison.Ordinal);
        Assert.Null(vcpus.Individual);
    }
}
