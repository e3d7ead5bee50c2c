using Lodge.Model.Domain;
using Lodge.Model.Schema;
using Lodge.Model.Tests.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Schema;

/// <summary>
/// libvirt's own schemas, where they are installed: what fits is let through, what does not is named.
/// </summary>
public sealed class InstalledSchemaTests
{
    [Fact]
    public void What_we_write_fits_the_schema()
    {
        Require();
        var domain = DomainText.Parse("""
            <disk type='file' device='disk'><source file='/a'/><target dev='vda' bus='virtio'/></disk>
            <interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>
            <serial type='pty'/><graphics type='vnc' port='-1'/><video><model type='virtio'/></video>
            """);
        SchemaValidation.Validate(SchemaKind.Domain, DomainText.Format(domain));
    }

    [Theory]
    [InlineData("<zork/>", "", "Did not expect element zork there\nElement domain failed to validate content")]
    [InlineData("", "<zork/>", "Did not expect element zork there\nElement devices failed to validate content")]
    [InlineData("", "<sound model='ich6' zork='1'/>", "Invalid attribute zork for element sound")]
    [InlineData("", "<sound model='gramophone'/>", "Invalid attribute model for element sound")]
    [InlineData("", "<disk><target/></disk>", "Element target failed to validate attributes")]
    [InlineData("", "words", "Did not expect text in element devices content")]
    [InlineData("<cputune><shares>many</shares></cputune>", "", "Did not expect text in element shares content")]
    [InlineData("<clock offset='utc'/><clock offset='utc'/>", "", "Did not expect element clock there")]
    public void What_does_not_fit_is_named(string settings, string devices, string words)
    {
        Require();
        var refused = Assert.Throws<VirException>(
            () => SchemaValidation.Validate(SchemaKind.Domain, DomainText.With(devices, settings)));
        Assert.Equal(
            (VirErrorNumber.VIR_ERR_XML_INVALID_SCHEMA, VirErrorDomain.VIR_FROM_XML), (refused.Code, refused.Domain));
        Assert.Contains("Unable to validate doc against /usr/share/libvirt/schemas/domain.rng\n", refused.Message,
            StringComparison.Ordinal);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SchemaKind.Network,
        "<network><name>n</name><forward mode='nat'/><bridge name='virbr1'/><ip address='10.0.0.1' "
            + "netmask='255.255.255.0'/></network>")]
    [InlineData(SchemaKind.StoragePool, "<pool type='dir'><name>p</name><target><path>/pool</path></target></pool>")]
    [InlineData(SchemaKind.StorageVolume,
        "<volume><name>v</name><capacity unit='G'>1</capacity><target><format type='qcow2'/></target></volume>")]
    [InlineData(SchemaKind.Secret,
        "<secret ephemeral='no' private='yes'><usage type='volume'><volume>/v</volume></usage></secret>")]
    [InlineData(SchemaKind.Nwfilter, "<filter name='f' chain='ipv4'><rule action='accept' direction='in'/></filter>")]
    [InlineData(SchemaKind.NwfilterBinding,
        "<filterbinding><owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner><portdev "
            + "name='v0'/><mac address='52:54:00:7b:35:93'/><filterref filter='f'/></filterbinding>")]
    [InlineData(SchemaKind.NodeDevice,
        "<device><name>net_lo</name><capability type='net'><interface>lo</interface></capability></device>")]
    [InlineData(SchemaKind.Interface, "<interface type='ethernet' name='eth0'/>")]
    [InlineData(SchemaKind.DomainSnapshot, "<domainsnapshot><name>s</name></domainsnapshot>")]
    [InlineData(SchemaKind.DomainCheckpoint, "<domaincheckpoint><name>c</name></domaincheckpoint>")]
    [InlineData(SchemaKind.DomainBackup,
        "<domainbackup mode='push'><disks><disk name='vda' type='file'/></disks></domainbackup>")]
    public void Every_kind_of_document_has_its_schema(SchemaKind kind, string fitting)
    {
        Require();
        SchemaValidation.Validate(kind, fitting);
        var end = fitting.IndexOf('>',
            StringComparison.Ordinal) - (fitting.IndexOf('>', StringComparison.Ordinal) == fitting.Length - 1 ? 1 : 0);
        var refused = Assert.Throws<VirException>(
            () => SchemaValidation.Validate(kind, fitting.Insert(end, " zork='1'")));
        Assert.Contains("Invalid attribute zork", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_document_is_left_to_its_reader()
    {
        Require();
        SchemaValidation.Validate(SchemaKind.Domain, "<network><name>n</name></network>");
    }

    [Fact]
    public void A_schema_that_is_not_there_is_said()
    {
        var refused = Assert.Throws<VirException>(
            () => SchemaValidation.Validate(SchemaKind.Domain, "<domain/>", "/no/such/folder"));
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, refused.Code);
        Assert.Contains("Unable to parse RNG /no/such/folder/domain.rng: could not load", refused.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<domain")]
    [InlineData("<!DOCTYPE d [<!ENTITY a 'b'>]><domain>&a;</domain>")]
    public void What_is_no_XML_is_refused_as_such(string xml)
    {
        Require();
        var refused = Assert.Throws<VirException>(() => SchemaValidation.Validate(SchemaKind.Domain, xml));
        Assert.Equal(VirErrorNumber.VIR_ERR_XML_DETAIL, refused.Code);
    }

    [Fact]
    public void A_thousand_disks_are_no_burden()
    {
        Require();
        var disks = string.Concat(Enumerable.Range(0, 1000).Select(i =>
            $"<disk type='file' device='disk'><source file='/{i}'/><target dev='vd{(char)('a' + (i % 26))}{i}' "
                + $"bus='virtio'/></disk>"));
        SchemaValidation.Validate(SchemaKind.Domain, DomainText.With(disks));
    }

    private static void Require() => Assert.SkipUnless(
        Directory.Exists(SchemaValidation.DefaultFolder),
        $"needs libvirt's schemas in {SchemaValidation.DefaultFolder} (libvirt0)");
}
