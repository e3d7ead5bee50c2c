using Lodge.Daemon.Domains.Tunables;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Filters;

/// <summary>Rates of a network card are changed as libvirt does.</summary>
public sealed class InterfaceTuningTests
{
    [Fact]
    public void A_direction_that_is_not_spoken_of_stays()
    {
        var after = InterfaceTuning.Change(Card(inbound: 1000, outbound: 500), [Number("inbound.average", 2000),
            Number("inbound.peak", 3000)]);
        Assert.Equal((2000UL, 3000UL), (after!.Inbound!.Average, after.Inbound.Peak));
        Assert.Equal(500UL, after.Outbound!.Average);
    }

    [Fact]
    public void A_rate_of_nothing_opens_the_direction()
    {
        Assert.Null(InterfaceTuning.Change(Card(1000, 500), [Number("inbound.average", 0)])!.Inbound);
        Assert.Null(InterfaceTuning.Change(Card(1000, 0), [Number("inbound.average", 0)]));
    }

    [Fact]
    public void A_floor_needs_a_network()
    {
        var refused = Assert.Throws<VirException>(() =>
            InterfaceTuning.Change(Card(1000, 0), [Number("inbound.floor", 5)]));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, refused.Code);
    }

    [Fact]
    public void What_is_not_known_is_refused_by_name()
    {
        var refused = Assert.Throws<VirException>(() =>
            InterfaceTuning.Change(Card(0, 0), [Number("inbound.colour", 5)]));
        Assert.Contains("'inbound.colour'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_told_by_libvirts_names()
    {
        var list = InterfaceTuning.Get(Card(1000, 500)).ToArray();
        Assert.Equal(InterfaceTuning.Count, list.Length);
        Assert.Equal(1000U, list.Single(value => value.Field == "inbound.average").Value.AsUInt32());
        Assert.Equal(0U, list.Single(value => value.Field == "outbound.peak").Value.AsUInt32());
    }

    private static Interface Card(ulong inbound, ulong outbound) => new()
    {
        Type = InterfaceType.Bridge,
        Bandwidth = new Bandwidth
        {
            Inbound = inbound == 0 ? null : new BandwidthRate { Average = inbound },
            Outbound = outbound == 0 ? null : new BandwidthRate { Average = outbound },
        },
    };

    private static TypedParameter Number(string name, uint value) =>
        new() { Field = name, Value = TypedValue.Of(value) };
}
