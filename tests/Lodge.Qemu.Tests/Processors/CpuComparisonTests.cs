using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Processors;

namespace Lodge.Qemu.Tests.Processors;

public sealed class CpuComparisonTests
{
    private const string Host =
        "<cpu><arch>x86_64</arch><model>Westmere</model><vendor>Intel</vendor><feature name='vmx'/></cpu>";

    [Theory]
    [InlineData(
        "<cpu match='exact'><model>Westmere</model><feature policy='require' name='vmx'/></cpu>", "IDENTICAL", null)]
    [InlineData("<cpu match='exact'><model>Westmere</model></cpu>", "SUPERSET", null)]
    [InlineData(
        "<cpu match='exact'><model>Nehalem</model><feature policy='optional' name='rtm'/></cpu>", "SUPERSET", null)]
    [InlineData(
        "<cpu match='exact'><model>Westmere</model><feature policy='force' name='rtm'/></cpu>", "SUPERSET", null)]
    [InlineData("<cpu><arch>x86_64</arch><model>Westmere</model></cpu>", "SUPERSET", null)]
    [InlineData(
        "<cpu match='strict'><model>Westmere</model></cpu>", "INCOMPATIBLE",
        "Host CPU does not strictly match guest CPU: Extra features: vmx")]
    [InlineData(
        "<cpu match='exact'><model>Nehalem</model><feature policy='require' name='rtm'/></cpu>", "INCOMPATIBLE",
        "Host CPU does not provide required features: rtm")]
    [InlineData(
        "<cpu match='exact'><model>Nehalem</model><feature policy='forbid' name='vmx'/></cpu>", "INCOMPATIBLE",
        "Host CPU provides forbidden features: vmx")]
    [InlineData(
        "<cpu match='exact'><model>Westmere</model><vendor>AMD</vendor></cpu>", "INCOMPATIBLE",
        "host CPU vendor does not match required CPU vendor AMD")]
    [InlineData(
        "<cpu><arch>ppc64</arch><model>POWER8</model></cpu>", "INCOMPATIBLE",
        "CPU arch ppc64 does not match host arch")]
    public void A_wanted_cpu_is_compared_with_the_hosts_and_the_reason_is_told(
        string wanted, string result, string? reason)
    {
        var compared = CpuComparison.Of(CpuXml.Parse(Host), CpuXml.Parse(wanted), Names());
        Assert.Equal("VIR_CPU_COMPARE_" + result, compared.Result.ToString());
        Assert.Equal(reason, compared.Reason);
    }

    [Fact]
    public void One_that_cannot_be_had_is_refused_where_that_is_asked_for()
    {
        var none = new CpuComparison(VirCPUCompareResult.VIR_CPU_COMPARE_INCOMPATIBLE, "because");
        var refused = Assert.Throws<VirException>(none.OrRefuse);
        Assert.Equal(
            (VirErrorNumber.VIR_ERR_CPU_INCOMPATIBLE, VirErrorDomain.VIR_FROM_CPU), (refused.Code, refused.Domain));
        Assert.Equal("the CPU is incompatible with host CPU: because", refused.Message);
    }

    [Theory]
    [InlineData("<cpu match='exact'><model>nosuch</model></cpu>", "Unknown CPU model nosuch")]
    [InlineData("<cpu match='exact'><model>qemu64</model><feature name='nosuch'/></cpu>", "Unknown CPU feature nosuch")]
    public void What_nobody_knows_is_refused_by_name(string wanted, string text)
    {
        var refused = Assert.Throws<VirException>(
            () => CpuComparison.Of(CpuXml.Parse(Host), CpuXml.Parse(wanted), Names()));
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
    }

    internal static CpuNames Names()
    {
        var names = CpuNames.Load(CpuNames.DefaultFolder);
        Assert.SkipWhen(names is null, "libvirt's CPU map is not installed");
        return names!;
    }
}
