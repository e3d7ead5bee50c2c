using Lodge.Client;
using Lodge.Protocol.Errors;
using Lodge.Testing;
using static Lodge.Protocol.Errors.VirErrorDomain;
using static Lodge.Protocol.Errors.VirErrorNumber;

namespace Lodge.Guest.Tests.BadInput;

/// <summary>
/// What nobody should send is refused with the code, the part and the text that stock libvirtd 9.0 gives it, and leaves
/// nothing behind.
/// </summary>
public sealed class BadDefinitionTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    public static TheoryData<string, VirErrorNumber, VirErrorDomain, string> Definitions => new()
    {
        { "", VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "(domain_definition):1: Document is empty" },
        { "not xml", VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "Start tag expected, '<' not found" },
        { "<network/>", VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'domain', not 'network'" },
        { Domain("a/b"), VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "name a/b cannot contain '/'" },
        { Domain("a&#10;b"), VIR_ERR_XML_DETAIL, VIR_FROM_XML, "invalid char in name: \n" },
        { Domain(new string('x', 4096)), VIR_ERR_SYSTEM_ERROR, VIR_FROM_NONE, "File name too long" },
        { Domain(".."), VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "name '..'" },
        { Domain(""), VIR_ERR_NO_NAME, VIR_FROM_DOMAIN, "missing name information" },
        { Domain("a&#7;b"), VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "xmlParseCharRef: invalid xmlChar value 7" },
        { Domain("a", "<uuid>zzz</uuid>"), VIR_ERR_INTERNAL_ERROR, VIR_FROM_DOMAIN, "malformed uuid element" },
        {
            Domain("a", "<vcpu>four</vcpu>"),
            VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "maximum vcpus count must be an integer"
        },
        { Domain("a", "<vcpu>4294967296</vcpu>"), VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "must be an integer" },
        { Domain("a", "<vcpu>-1</vcpu>"), VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "must be an integer" },
        { Domain("a", "<title>b\nc</title>"), VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "can't contain newlines" },
        {
            Sized("<memory unit='EiB'>99999999999</memory>"),
            VIR_ERR_OVERFLOW, VIR_FROM_NONE, "value too large: 99999999999EiB"
        },
        {
            Sized("<memory>99999999999999999999999</memory>"),
            VIR_ERR_XML_ERROR, VIR_FROM_XML, "Invalid value '99999999999999999999999'"
        },
        { Sized(""), VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "Memory size must be specified" },
        {
            Domain("a").Replace("'qemu'", "'vax'"),
            VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN, "invalid domain type vax"
        },
        { Bomb(), VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "Document type declarations are not accepted" },
        { Domain("a", Deep(300)), VIR_ERR_XML_DETAIL, VIR_FROM_DOMAIN, "Excessive depth" },
        {
            Domain("a", TwoDisksAtOnePlace),
            VIR_ERR_XML_ERROR, VIR_FROM_DOMAIN, "target 'vda' duplicated for disk sources '/a' and '/b'"
        },
    };

    private const string TwoDisksAtOnePlace = """
        <devices>
          <disk type='file'><source file='/a'/><target dev='vda'/></disk>
          <disk type='file'><source file='/b'/><target dev='vda'/></disk>
        </devices>
        """;

    [Theory]
    [MemberData(nameof(Definitions), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_definition_is_refused_as_libvirt_refuses_it_and_changes_nothing(
        string xml, VirErrorNumber code, VirErrorDomain domain, string text)
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var refused = await Assert.ThrowsAsync<VirException>(() => connection.DefineDomainXmlAsync(xml).AsTask());
        Assert.Equal((code, domain), (refused.Code, refused.Domain));
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await connection.ListAllDomainsAsync());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(daemon.Lodged.Root, "etc", "qemu"), "*.xml"));
    }

    [Fact]
    public async Task A_full_disk_refuses_a_definition_and_keeps_the_old_one()
    {
        await using var full = await SmallDisk.StartAsync();
        await using var connection = await LibvirtConnection.OpenAsync(full.Lodged.Uri);
        await connection.DefineDomainXmlAsync(Domain("kept", "<title>old</title>"));
        full.Fill();
        var longer = $"<title>new</title><description>{new string('d', 100_000)}</description>";
        foreach (var name in new[] { "kept", "other" })
        {
            var uuid = name == "kept" ? (await connection.LookupDomainByNameAsync(name)).Uuid.ToString() : null;
            var xml = Domain(name, (uuid is null ? "" : $"<uuid>{uuid}</uuid>") + longer);
            var refused = await Assert.ThrowsAsync<VirException>(() => connection.DefineDomainXmlAsync(xml).AsTask());
            Assert.Equal(VIR_ERR_SYSTEM_ERROR, refused.Code);
            Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
        }

        var left = Assert.Single(await connection.ListAllDomainsAsync());
        Assert.Contains("<title>old</title>", await left.GetXmlDescAsync(), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(full.Lodged.Root, "etc", "qemu")));
    }

    private static string Domain(string name, string more = "") =>
        $"<domain type='qemu'><name>{name}</name><memory>65536</memory><os><type>hvm</type></os>{more}</domain>";

    private static string Sized(string memory) =>
        $"<domain type='qemu'><name>a</name>{memory}<os><type>hvm</type></os></domain>";

    private static string Deep(int levels) =>
        $"<metadata>{Times("<x>", levels)}{Times("</x>", levels)}</metadata>";

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Bomb() =>
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"
        + Domain("a", "<title>&c;</title>");
}
