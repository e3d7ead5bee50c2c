using Lodge.Daemon.Domains.Tunables;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Domains;

public sealed class TunablesTests
{
    private readonly DomainDefinition _definition = new();

    [Fact]
    public void Scheduler_parameters_are_read_back_as_they_were_set()
    {
        SchedulerTuning.Set(
            _definition, [Of("cpu_shares", 512UL), Of("vcpu_period", 50000UL), Of("global_quota", 2000L)]);
        var read = SchedulerTuning.Get(_definition).ToArray().ToDictionary(p => p.Field, p => p.Value.ToString());

        Assert.Equal(SchedulerTuning.Count, read.Count);
        Assert.Equal("512", read["cpu_shares"]);
        Assert.Equal("50000", read["vcpu_period"]);
        Assert.Equal("2000", read["global_quota"]);
        Assert.Equal("0", read["vcpu_quota"]);
    }

    [Theory]
    [InlineData("vcpu_period", 999UL, VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("vcpu_period", 1000001UL, VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("global_quota", 1UL, VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("nonsense", 1UL, VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED)]
    [InlineData("vcpu_nonsense", 1UL, VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED)]
    public void Values_out_of_range_and_unknown_names_are_refused(string name, ulong value, VirErrorNumber code) =>
        Assert.Equal(code, Assert.Throws<VirException>(() => SchedulerTuning.Set(_definition, [Of(name, value)])).Code);

    [Fact]
    public void A_hard_limit_above_the_swap_limit_is_refused() => Assert.Throws<VirException>(
        () => MemoryTuning.Set(_definition, [Of("hard_limit", 2048UL), Of("swap_hard_limit", 1024UL)]));

    [Fact]
    public void A_nodeset_that_is_none_is_refused() => Assert.EndsWith(
        "Failed to parse bitmap 'a-b'", Assert.Throws<VirException>(() => NumaTuning.Set(
        _definition, [new TypedParameter { Field = "numa_nodeset", Value = TypedValue.Of("a-b") }])).Message);

    private static TypedParameter Of(string name, ulong value) => new() { Field = name, Value = TypedValue.Of(value) };

    private static TypedParameter Of(string name, long value) => new() { Field = name, Value = TypedValue.Of(value) };
}
