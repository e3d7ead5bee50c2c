using Lodge.Daemon.Domains;
using Lodge.Model.Domain;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Domains;

public sealed class DomainTargetTests
{
    private const uint Live = (uint)VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE;
    private const uint Config = (uint)VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG;

    private static readonly DomainConfig Stored = DomainConfig.Of(DomainXml.Parse(
        "<domain type='qemu'><name>web</name><memory>2048</memory><os><type>hvm</type></os></domain>",
        DomainXmlParseOptions.Configuration));

    private static readonly DomainSnapshot Inactive = new() { Name = "web", Uuid = VirUuid.Random(), Config = Stored };

    [Fact]
    public void Without_flags_an_inactive_domain_means_its_configuration()
    {
        var target = DomainTarget.Of(Inactive, 0);
        Assert.Null(target.Live);
        Assert.Same(Stored, target.Config);
    }

    [Fact]
    public void A_guest_that_does_not_run_cannot_be_changed()
    {
        var refused = Assert.Throws<VirException>(() => DomainTarget.Of(Inactive, Live));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refused.Code);
        Assert.Equal("Requested operation is not valid: domain is not running", refused.Message);
    }

    [Fact]
    public void A_domain_without_a_configuration_has_none_to_change()
    {
        var refused = Assert.Throws<VirException>(() => DomainTarget.Of(Inactive with { Config = null }, Config));
        Assert.Contains(
            "transient domains do not have any persistent config", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_both_at_once_is_refused() => Assert.Equal(
        VirErrorNumber.VIR_ERR_INVALID_ARG,
        Assert.Throws<VirException>(() => DomainTarget.One(Inactive, Live | Config)).Code);

    [Fact]
    public void A_stored_configuration_gives_its_definition_again_and_copies_share_nothing()
    {
        var copy = Stored.Copy();
        copy.Name = "other";
        Assert.Equal("web", Stored.Definition.Name);
        Assert.Equal(2048UL, Stored.Facts.MaximumMemory);
    }

    [Theory]
    [InlineData(0u, true)]
    [InlineData((uint)VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_ACTIVE, false)]
    [InlineData((uint)VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_INACTIVE, true)]
    [InlineData((uint)VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_TRANSIENT, false)]
    [InlineData((uint)VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_SHUTOFF, true)]
    [InlineData((uint)VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_RUNNING, false)]
    [InlineData((uint)VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_AUTOSTART, false)]
    [InlineData((uint)VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT, false)]
    [InlineData((uint)(VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_INACTIVE
        | VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_ACTIVE), true)]
    [InlineData((uint)(VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_INACTIVE
        | VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_TRANSIENT), false)]
    public void A_filter_needs_one_of_each_group_of_flags(uint flags, bool expected) =>
        Assert.Equal(expected, new DomainFilter(flags).Matches(Inactive));
}
