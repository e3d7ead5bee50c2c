using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Xml;

/// <summary>
/// What is no XML is refused in the words people know from libvirt: place, complaint, line and pointer.
/// </summary>
public sealed class XmlComplaintTests
{
    [Theory]
    [InlineData("", "1: Document is empty\n(null)\n^")]
    [InlineData("not xml", "1: Start tag expected, '<' not found\nnot xml\n^")]
    [InlineData("  \n ", "2: Start tag expected, '<' not found\n \n-^")]
    [InlineData("</a>", "1: StartTag: invalid element name\n</a>\n-^")]
    [InlineData("<a><b>x</b>", "1: Premature end of data in tag a line 1\n<a><b>x</b>\n-----------^")]
    [InlineData("<a><b></c></a>", "1: Opening and ending tag mismatch: b line 1 and c\n<a><b></c></a>\n----------^")]
    [InlineData("<a/><b/>", "1: Extra content at the end of the document\n<a/><b/>\n----^")]
    [InlineData("<a>\n</a>xx", "2: Extra content at the end of the document\n</a>xx\n----^")]
    [InlineData("<a>\n<1b/></a>", "2: StartTag: invalid element name\n<1b/></a>\n-^")]
    [InlineData("<a", "1: Couldn't find end of Start Tag a line 1\n<a\n--^")]
    [InlineData("<a b=c/>", "1: AttValue: \" or ' expected\n<a b=c/>\n-----^")]
    [InlineData("<a b/>", "1: Specification mandates value for attribute b\n<a b/>\n----^")]
    [InlineData("<a b='1' b='2'/>", "1: Attribute b redefined\n<a b='1' b='2'/>\n--------------^")]
    [InlineData("<a b='1'c='2'/>", "1: attributes construct error\n<a b='1'c='2'/>\n--------^")]
    [InlineData("<a b='<'/>", "1: Unescaped '<' not allowed in attributes values\n<a b='<'/>\n------^")]
    [InlineData("<a b='qe", "1: AttValue: ' expected\n<a b='qe\n--------^")]
    [InlineData("<a>b & c</a>", "1: xmlParseEntityRef: no name\n<a>b & c</a>\n------^")]
    [InlineData("<a>&nbsp;</a>", "1: Entity 'nbsp' not defined\n<a>&nbsp;</a>\n---------^")]
    [InlineData("<a>&lt</a>", "1: EntityRef: expecting ';'\n<a>&lt</a>\n------^")]
    [InlineData("<a>&#7;</a>", "1: xmlParseCharRef: invalid xmlChar value 7\n<a>&#7;</a>\n-------^")]
    [InlineData("<a>\n\t\u0007</a>", "2: PCDATA invalid Char value 7\n\t\u0007</a>\n\t^")]
    [InlineData("<a><?xml version='1.0'?></a>",
        "1: XML declaration allowed only at the start of the document\n<a><?xml version='1.0'?></a>\n--------^")]
    [InlineData("<a>\n<!-- b</a>", "2: Comment not terminated\n<!-- b</a>\n----------^")]
    public void A_broken_text_is_shown_as_libvirt_shows_it(string text, string expected)
    {
        var refused = Assert.Throws<VirException>(
            () => XmlReading.Read(text, VirErrorDomain.VIR_FROM_DOMAIN, source: "domain_definition"));
        Assert.Equal(VirErrorNumber.VIR_ERR_XML_DETAIL, refused.Code);
        Assert.Equal("(domain_definition):" + expected, refused.Message);
    }

    [Fact]
    public void A_document_type_is_refused_in_plain_words()
    {
        var refused = Assert.Throws<VirException>(
            () => XmlReading.Read("<!DOCTYPE a SYSTEM 'x.dtd'><a/>", VirErrorDomain.VIR_FROM_NETWORK));
        Assert.Contains("Document type declarations are not accepted", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("XmlReaderSettings", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_document_the_complaint_is_bounded_and_points_into_the_text()
    {
        var document = "<?xml version='1.0'?>\n<a b='1'>\n  <!-- c --><d e=\"&lt;\">f&#10;<![CDATA[g]]></d>\n</a>\n";
        for (var start = 0; start < document.Length; start++)
        {
            for (var length = 1; start + length <= document.Length; length++)
            {
                var text = document.Remove(start, length);
                try
                {
                    XmlReading.Read(text, VirErrorDomain.VIR_FROM_DOMAIN);
                }
                catch (VirException refused)
                {
                    Assert.InRange(refused.Message.Length, 1, 1000);
                    Assert.EndsWith("^", refused.Message, StringComparison.Ordinal);
                }
            }
        }
    }
}
