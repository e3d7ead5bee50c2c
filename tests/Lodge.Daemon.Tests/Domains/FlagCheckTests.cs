using Lodge.Daemon.Domains;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirDomainSnapshotCreateFlags;

namespace Lodge.Daemon.Tests.Domains;

/// <summary>Flags that contradict each other are refused in libvirt's words.</summary>
public sealed class FlagCheckTests
{
    private const VirErrorDomain Snapshots = VirErrorDomain.VIR_FROM_DOMAIN_SNAPSHOT;

    [Fact]
    public void Two_flags_that_exclude_each_other_are_named()
    {
        FlagCheck.NotBoth(
            VIR_DOMAIN_SNAPSHOT_CREATE_HALT, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_CREATE_HALT, "f");
        var refused = Assert.Throws<VirException>(() => FlagCheck.NotBoth(
            VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE | VIR_DOMAIN_SNAPSHOT_CREATE_HALT,
            VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_CREATE_HALT, "f", Snapshots));
        Assert.Equal(VirErrorNumber.VIR_ERR_INVALID_ARG, refused.Code);
        Assert.Equal(Snapshots, refused.Error.Domain);
        Assert.Equal(
            "Flags 'VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE' and 'VIR_DOMAIN_SNAPSHOT_CREATE_HALT' are mutually exclusive",
            refused.Message);
    }

    [Fact]
    public void A_flag_without_the_one_it_needs_is_refused_and_both_names_are_said()
    {
        FlagCheck.Needs(
            VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE | VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY,
            VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE, VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY, "f", Snapshots);
        var refused = Assert.Throws<VirException>(() => FlagCheck.Needs(
            VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE,
            VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE, VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY, "f", Snapshots));
        Assert.Equal(
            "Flag 'VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY' is required by flag 'VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE'",
            refused.Message);
    }
}
