using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Processors;

namespace Lodge.Qemu.Tests.Processors;

public sealed class CpuBaselineTests
{
    [Fact]
    public void What_two_hosts_have_in_common_is_the_older_one_without_what_only_one_has()
    {
        var cpu = Baseline(
            "<cpu><arch>x86_64</arch><model>Westmere</model><vendor>Intel</vendor><feature name='vmx'/></cpu>",
            "<cpu><arch>x86_64</arch><model>Haswell</model><vendor>Intel</vendor></cpu>");

        Assert.Equal(
            """
            <cpu mode='custom' match='exact'>
              <model fallback='allow'>Westmere</model>
              <vendor>Intel</vendor>
            </cpu>

            """,
            CpuXml.Format(cpu));
    }

    [Fact]
    public void Hosts_of_one_model_keep_it_and_no_other_may_stand_in()
    {
        var cpu = Baseline(
            "<cpu><arch>x86_64</arch><model>Nehalem</model><feature name='vmx'/></cpu>",
            "<cpu><arch>x86_64</arch><model>Nehalem</model><feature name='vmx'/></cpu>");

        Assert.Equal(("Nehalem", CpuFallback.Forbid, null), (cpu.Model, cpu.Fallback, cpu.Vendor));
        Assert.Equal([new CpuFeature("vmx", CpuFeaturePolicy.Require)], cpu.Features);
    }

    [Fact]
    public void Features_that_hinder_migration_are_left_out_where_that_is_asked_for()
    {
        const string host = "<cpu><arch>x86_64</arch><model>Skylake-Server</model><feature name='invtsc'/></cpu>";

        Assert.Contains(Baseline(host).Features, static feature => feature.Name == "invtsc");
        var migratable = new CpuBaseline(CpuComparisonTests.Names()) { OnlyMigratable = true }.Of([CpuXml.Parse(host)]);
        Assert.DoesNotContain(migratable.Features, static feature => feature.Name == "invtsc");
    }

    [Fact]
    public void Expanded_every_feature_is_named_in_order()
    {
        var baseline = new CpuBaseline(CpuComparisonTests.Names());
        var cpu = baseline.Of(
            [CpuXml.Parse("<cpu><arch>x86_64</arch><model>Nehalem</model><feature name='vmx'/></cpu>")]);
        baseline.Expand(cpu);

        Assert.Equal(cpu.Features.Select(static one => one.Name).Order(StringComparer.Ordinal), cpu.Features.Select(
            static one => one.Name));
        Assert.Contains(new CpuFeature("sse4.2", CpuFeaturePolicy.Require), cpu.Features);
        Assert.Contains(new CpuFeature("vmx", CpuFeaturePolicy.Require), cpu.Features);
    }

    [Theory]
    [InlineData("CPU vendors do not match", "EPYC", "AMD", "Haswell", "Intel")]
    [InlineData("Unknown CPU vendor Acme", "Haswell", "Acme", "Haswell", "Acme")]
    [InlineData("CPU vendor Intel of model Haswell differs from vendor AMD", "EPYC", "AMD", "Haswell", "AMD")]
    public void Hosts_of_several_makers_have_nothing_in_common(
        string text, string model, string vendor, string other, string otherVendor)
    {
        var refused = Assert.Throws<VirException>(() => Baseline(
            $"<cpu><arch>x86_64</arch><model>{model}</model><vendor>{vendor}</vendor></cpu>",
            $"<cpu><arch>x86_64</arch><model>{other}</model><vendor>{otherVendor}</vendor></cpu>"));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, refused.Code);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cpu_without_a_model_is_refused_by_its_place()
    {
        var refused = Assert.Throws<VirException>(() => Baseline("<cpu mode='host-model'/>"));
        Assert.Contains("no CPU model specified at index 0", refused.Message, StringComparison.Ordinal);
    }

    private static Cpu Baseline(params string[] xmls) =>
        new CpuBaseline(CpuComparisonTests.Names()).Of(Array.ConvertAll(xmls, static xml => CpuXml.Parse(xml)));
}
