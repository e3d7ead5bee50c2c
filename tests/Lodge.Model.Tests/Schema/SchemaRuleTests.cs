using Lodge.Model.Schema;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Schema;

/// <summary>The rules of RELAX NG, each on a small schema of its own.</summary>
public sealed class SchemaRuleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("<element name='a'><empty/></element>", "<a/>", true)]
    [InlineData("<element name='a'><empty/></element>", "<a/>  ", true)]
    [InlineData("<element name='a'><empty/></element><element name='b'><empty/></element>", "<b/><a/>", false)]
    [InlineData("<interleave><element name='a'><empty/></element><element name='b'><empty/></element></interleave>",
        "<b/><a/>", true)]
    [InlineData("<interleave><element name='a'><empty/></element><element name='b'><empty/></element></interleave>",
        "<b/>", false)]
    [InlineData(
        "<choice><element name='a'><empty/></element><element name='b'><empty/></element></choice>", "<b/>", true)]
    [InlineData(
        "<choice><element name='a'><empty/></element><element name='b'><empty/></element></choice>", "<a/><b/>", false)]
    [InlineData("<zeroOrMore><element name='a'><empty/></element></zeroOrMore>", "<a/><a/><a/>", true)]
    [InlineData("<oneOrMore><element name='a'><empty/></element></oneOrMore>", "", false)]
    [InlineData("<optional><element name='a'><empty/></element></optional>", "", true)]
    [InlineData(
        "<interleave><zeroOrMore><element name='a'><empty/></element></zeroOrMore><element name='b'><empty/></element>"
            + "</interleave>", "<a/><b/><a/>", true)]
    [InlineData("<text/>", "words", true)]
    [InlineData("<empty/>", "words", false)]
    [InlineData("<notAllowed/>", "", false)]
    [InlineData("<interleave><text/><element name='a'><empty/></element></interleave>", "one<a/>two", true)]
    public void Elements_and_text(string pattern, string content, bool fits) =>
        Assert.Equal(fits, Fits($"<start><element name='r'>{pattern}</element></start>", $"<r>{content}</r>"));

    [Theory]
    [InlineData("<attribute name='a'/>", "<r a='any'/>", true)]
    [InlineData("<attribute name='a'/>", "<r/>", false)]
    [InlineData("<optional><attribute name='a'/></optional>", "<r/>", true)]
    [InlineData("<attribute name='a'><value>x</value></attribute>", "<r a=' x '/>", true)]
    [InlineData("<attribute name='a'><value>x</value></attribute>", "<r a='y'/>", false)]
    [InlineData("<attribute name='a'/><attribute name='b'/>", "<r b='1' a='2'/>", true)]
    [InlineData("<choice><attribute name='a'/><attribute name='b'/></choice>", "<r b='1' a='2'/>", false)]
    [InlineData(
        "<choice><group><attribute name='a'><value>1</value></attribute><element name='x'><empty/></element></group>"
        + "<attribute name='a'><value>2</value></attribute></choice>", "<r a='2'><x/></r>", false)]
    [InlineData("<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>", "<r b='1' a='2'/>", true)]
    public void Attributes(string pattern, string document, bool fits) =>
        Assert.Equal(fits, Fits($"<start><element name='r'>{pattern}</element></start>", document));

    [Theory]
    [InlineData("<data type='unsignedInt'/>", "4294967295", true)]
    [InlineData("<data type='unsignedInt'/>", "4294967296", false)]
    [InlineData("<data type='unsignedInt'/>", "-1", false)]
    [InlineData("<data type='int'/>", " -7 ", true)]
    [InlineData("<data type='unsignedLong'/>", "18446744073709551615", true)]
    [InlineData("<data type='positiveInteger'/>", "0", false)]
    [InlineData(
        "<data type='int'><param name='minInclusive'>3</param><param name='maxInclusive'>5</param></data>", "6", false)]
    [InlineData("<data type='string'><param name='pattern'>[a-z]+</param></data>", "abc", true)]
    [InlineData("<data type='string'><param name='pattern'>[a-z]+</param></data>", "abc1", false)]
    [InlineData("<data type='string'><param name='pattern'>a|bc</param></data>", "ac", false)]
    [InlineData("<data type='string'><param name='pattern'>$[A-Z]</param></data>", "$A", true)]
    [InlineData(@"<data type='string'><param name='pattern'>\^[\-_\.]\[</param></data>", "^-[", true)]
    [InlineData("<data type='string'><param name='maxLength'>2</param></data>", "abc", false)]
    [InlineData(
        "<data type='string'><param name='pattern'>[^/]+</param><except><choice><value>.</value><value>..</value>"
            + "</choice></except></data>", "..", false)]
    [InlineData(
        "<data type='string'><param name='pattern'>[^/]+</param><except><value>.</value></except></data>", "a", true)]
    [InlineData("<data type='dateTime'/>", "2011-05-31T16:11:22", true)]
    [InlineData("<data type='NCName'/>", "a:b", false)]
    [InlineData("<data type='double'/>", "1.5", true)]
    public void Types(string pattern, string text, bool fits) =>
        Assert.Equal(fits, Fits($"<start><element name='r'>{pattern}</element></start>", $"<r>{text}</r>"));

    [Fact]
    public void Definitions_are_shared_combined_and_may_name_themselves_inside_elements()
    {
        const string Grammar = "<start><ref name='tree'/></start>"
            + "<define name='tree'><element name='r'><zeroOrMore><ref name='tree'/></zeroOrMore><ref name='leaf'/>"
            + "</element></define>"
            + "<define name='leaf'><notAllowed/></define>"
            + "<define name='leaf' combine='choice'><element name='l'><empty/></element></define>";
        Assert.True(Fits(Grammar, "<r><r><l/></r><r><l/></r><l/></r>"));
        Assert.False(Fits(Grammar, "<r><r/><l/></r>"));
    }

    [Fact]
    public void Other_files_are_included_and_a_grammar_inside_keeps_its_definitions_to_itself()
    {
        Write("part.rng",
            "<start><ref name='x'/></start><define name='x'><element name='inner'><empty/></element></define>");
        Write("common.rng", "<define name='y'><element name='outer'><empty/></element></define>");
        const string Grammar =
            "<include href='common.rng'/><start><element name='r'><grammar><include href='part.rng'/></grammar>"
            + "<ref name='x'/></element></start><define name='x'><ref name='y'/></define>";
        Assert.True(Fits(Grammar, "<r><inner/><outer/></r>"));
        Assert.False(Fits(Grammar, "<r><outer/><outer/></r>"));
    }

    [Fact]
    public void Names_are_of_their_namespace()
    {
        const string Grammar =
            "<start><element name='r'><element name='a' ns='urn:x'><empty/></element></element></start>";
        Assert.True(Fits(Grammar, "<r xmlns:p='urn:x'><p:a/></r>"));
        Assert.False(Fits(Grammar, "<r><a/></r>"));
    }

    [Theory]
    [InlineData("<start><ref name='nowhere'/></start>")]
    [InlineData("<start><ref name='x'/></start><define name='x'><ref name='x'/></define>")]
    [InlineData("<start><data type='colour'/></start>")]
    [InlineData("<start><zork/></start>")]
    public void A_schema_that_is_wrong_is_said_to_be(string grammar)
    {
        var refused = Assert.Throws<VirException>(() => Fits(grammar, "<domain/>"));
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, refused.Code);
    }

    [Fact]
    public void A_document_made_to_grow_the_pattern_without_end_is_refused()
    {
        // Each a may belong to any of the parts, so that what is left of them multiplies with each one seen.
        var parts = string.Concat(Enumerable.Range(0, 24).Select(i =>
            $"<optional><group><element name='a'><empty/></element><element name='b{i}'><empty/></element></group>"
                + $"</optional>"));
        var grammar = $"<start><element name='r'><interleave>{parts}</interleave></element></start>";
        Assert.False(Fits(grammar, $"<r>{string.Concat(Enumerable.Repeat("<a/>", 24))}</r>"));
    }

    private void Write(string name, string grammar) => File.WriteAllText(
        Path.Combine(_folder, name),
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0' "
            + $"datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>{grammar}</grammar>");

    private bool Fits(string grammar, string document)
    {
        Write("schema.rng", grammar);
        var schema = SchemaValidation.Load(Path.Combine(_folder, "schema.rng"));
        using var reader = XmlReading.Open(document, VirErrorDomain.VIR_FROM_XML);
        return new SchemaValidator(schema).Complaint(reader) is null;
    }
}
