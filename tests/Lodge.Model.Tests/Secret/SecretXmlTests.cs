using Lodge.Model.Domain;
using Lodge.Model.Secret;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Secret;

public sealed class SecretXmlTests
{
    private const string Uuid = "c7a5fdbd-edaf-9455-926a-d65c16db1809";

    [Theory]
    [InlineData("volume", "volume", "/images/a&amp;b.img")]
    [InlineData("ceph", "name", "client.libvirt secret")]
    [InlineData("iscsi", "target", "iqn.2013-07.com.example:iscsi-pool")]
    [InlineData("tls", "name", "TLS_example")]
    [InlineData("vtpm", "name", "VTPM_example")]
    public void Each_use_is_written_back_as_it_was_read(string type, string element, string id)
    {
        var xml = $"""
            <secret ephemeral='no' private='yes'>
              <uuid>{Uuid}</uuid>
              <description>for &lt;one&gt; thing</description>
              <usage type='{type}'>
                <{element}>{id}</{element}>
              </usage>
            </secret>

            """;
        Assert.Equal(xml, SecretXml.Format(SecretXml.Parse(xml)));
    }

    [Fact]
    public void What_is_not_said_is_public_durable_and_gets_a_uuid()
    {
        var first = SecretXml.Parse("<secret/>");
        var second = SecretXml.Parse("<secret ephemeral='' private=''><uuid/><description/></secret>");

        Assert.False(first.IsEphemeral || first.IsPrivate || second.IsEphemeral || second.IsPrivate);
        Assert.Equal((SecretUsage.None, null, null), (second.Usage, second.UsageId, second.Description));
        Assert.NotEqual(first.Uuid, second.Uuid);
    }

    [Theory]
    [InlineData("<secret ephemeral='maybe'/>", VirErrorNumber.VIR_ERR_XML_ERROR, "invalid value of 'ephemeral'")]
    [InlineData("<secret private='1'/>", VirErrorNumber.VIR_ERR_XML_ERROR, "invalid value of 'private'")]
    [InlineData("<secret><uuid>12</uuid></secret>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "malformed uuid element")]
    [InlineData("<secret><usage/></secret>", VirErrorNumber.VIR_ERR_XML_ERROR, "unknown secret usage type")]
    [InlineData("<secret><usage type='nbd'/></secret>", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "usage type nbd")]
    [InlineData(
        "<secret><usage type='volume'/></secret>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "volume path is missing")]
    [InlineData("<secret><usage type='ceph'/></secret>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Ceph usage specified")]
    [InlineData("<secret><usage type='iscsi'/></secret>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "target is missing")]
    [InlineData("<secret><usage type='tls'/></secret>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "TLS usage specified")]
    [InlineData("<secret><usage type='vtpm'/></secret>", VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "vTPM usage specified")]
    [InlineData("<volume/>", VirErrorNumber.VIR_ERR_XML_ERROR, "expecting root element of 'secret', not 'volume'")]
    [InlineData("<secret", VirErrorNumber.VIR_ERR_XML_DETAIL, "(definition_of_secret):1: ")]
    public void What_libvirt_refuses_is_refused_with_its_code_and_text(string xml, VirErrorNumber code, string text)
    {
        var refused = Assert.Throws<VirException>(() => SecretXml.Parse(xml));
        Assert.Equal(code, refused.Code);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
    }
}
