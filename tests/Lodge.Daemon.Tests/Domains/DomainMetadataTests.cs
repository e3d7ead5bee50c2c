using Lodge.Daemon.Domains;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirDomainMetadataType;

namespace Lodge.Daemon.Tests.Domains;

public sealed class DomainMetadataTests
{
    private const string Uri = "http://example.org/app";

    private readonly DomainDefinition _definition = DomainXml.Parse(
        "<domain type='qemu'><name>web</name><memory>1024</memory><os><type>hvm</type></os></domain>",
        DomainXmlParseOptions.Configuration);

    [Fact]
    public void An_element_is_stored_in_its_namespace_and_given_back_as_it_was_set()
    {
        DomainMetadata.Set(_definition, VIR_DOMAIN_METADATA_ELEMENT, "<owner><mail>a@b</mail></owner>", "app", Uri);

        Assert.Contains(
            $"<app:owner xmlns:app=\"{Uri}\">",
            DomainXml.Format(_definition, DomainXmlFormatOptions.Configuration),
            StringComparison.Ordinal);
        Assert.Equal(
            "<owner>\n  <mail>a@b</mail>\n</owner>",
            DomainMetadata.Get(_definition, VIR_DOMAIN_METADATA_ELEMENT, Uri).Trim());
    }

    [Fact]
    public void A_second_element_of_a_namespace_replaces_the_first_and_leaves_others()
    {
        DomainMetadata.Set(_definition, VIR_DOMAIN_METADATA_ELEMENT, "<a/>", "x", Uri);
        DomainMetadata.Set(_definition, VIR_DOMAIN_METADATA_ELEMENT, "<b/>", "y", "http://example.org/other");
        DomainMetadata.Set(_definition, VIR_DOMAIN_METADATA_ELEMENT, "<c/>", "x", Uri);

        Assert.Equal("<c/>", DomainMetadata.Get(_definition, VIR_DOMAIN_METADATA_ELEMENT, Uri));
        Assert.Equal("<b/>", DomainMetadata.Get(_definition, VIR_DOMAIN_METADATA_ELEMENT, "http://example.org/other"));
    }

    [Fact]
    public void What_is_not_there_is_told_by_libvirts_own_code()
    {
        var missing = Assert.Throws<VirException>(
            () => DomainMetadata.Get(_definition, VIR_DOMAIN_METADATA_TITLE, null));
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_DOMAIN_METADATA, missing.Code);
    }

    [Fact]
    public void An_empty_title_removes_it_and_one_of_two_lines_is_refused()
    {
        DomainMetadata.Set(_definition, VIR_DOMAIN_METADATA_TITLE, "one", null, null);
        DomainMetadata.Set(_definition, VIR_DOMAIN_METADATA_TITLE, "", null, null);
        Assert.Null(_definition.Title);
        Assert.Throws<VirException>(() => DomainMetadata.Validate(VIR_DOMAIN_METADATA_TITLE, "two\nlines", null, null));
    }

    [Theory]
    [InlineData("<broken")]
    [InlineData("<a/><b/>")]
    [InlineData("text")]
    public void What_is_no_element_is_refused_before_anything_changes(string xml) => Assert.Throws<VirException>(
        () => DomainMetadata.Validate(VIR_DOMAIN_METADATA_ELEMENT, xml, "k", Uri));
}
