using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Domain;

/// <summary>XML from anybody is refused with libvirt's code, in little time and memory.</summary>
public sealed class HostileDomainTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<domain")]
    [InlineData("<domain><name>x</domain>")]
    [InlineData("\0\0\0")]
    [InlineData("<domain type='qemu'><name>\u0001</name></domain>")]
    public void What_is_no_XML_is_refused_as_such(string xml) =>
        Assert.True(IsXmlError(Refused(xml)));

    [Fact]
    public void A_bomb_of_entities_does_not_go_off()
    {
        var bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <domain type='qemu'><name>&c;</name></domain>
            """;
        Assert.True(IsXmlError(Refused(bomb)));
    }

    [Fact]
    public void A_file_of_the_host_cannot_be_read_in()
    {
        var steal =
            "<!DOCTYPE d [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><domain type='qemu'><name>&f;</name></domain>";
        Assert.True(IsXmlError(Refused(steal)));
    }

    [Fact]
    public void Ten_thousand_levels_are_too_many()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));
        Assert.True(IsXmlError(Refused(DomainText.With(settings: deep))));
    }

    [Fact]
    public void Thirty_million_letters_are_too_many_and_cost_no_copy()
    {
        var huge = DomainText.With(settings: new string(' ', 30_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<VirException>(() => DomainXml.Parse(huge, DomainXmlParseOptions.Configuration));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Theory]
    [InlineData("<vcpu>99999999999999</vcpu>")]
    [InlineData("<vcpu>-1</vcpu>")]
    [InlineData("<vcpu>x</vcpu>")]
    [InlineData("<memory unit='parsec'>1</memory>")]
    [InlineData("<cputune><vcpupin vcpu='0' cpuset='0-999999999'/></cputune>")]
    [InlineData("<uuid>nonsense</uuid>")]
    public void Values_out_of_their_range_are_refused(string setting)
    {
        var xml = $"<domain type='qemu'><name>x</name>{setting}<memory>1024</memory><os><type>hvm</type></os></domain>";
        Assert.Throws<VirException>(() => DomainXml.Parse(xml, DomainXmlParseOptions.Configuration));
    }

    [Theory]
    [InlineData("<name></name>")]
    [InlineData("")]
    public void A_domain_without_a_proper_name_is_refused(string name)
    {
        var xml = $"<domain type='qemu'>{name}<memory>1024</memory><os><type>hvm</type></os></domain>";
        Assert.Throws<VirException>(() => DomainXml.Parse(xml, DomainXmlParseOptions.Configuration));
    }

    [Fact]
    public void Another_root_is_refused() => Assert.Equal(VirErrorNumber.VIR_ERR_XML_ERROR, Refused("<network/>"));

    private static bool IsXmlError(VirErrorNumber code) =>
        code is VirErrorNumber.VIR_ERR_XML_ERROR or VirErrorNumber.VIR_ERR_XML_DETAIL;

    private static VirErrorNumber Refused(string xml) =>
        Assert.Throws<VirException>(() => DomainXml.Parse(xml, DomainXmlParseOptions.Configuration)).Code;
}
