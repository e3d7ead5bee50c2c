using System.Text;
using Lodge.Model.Schema;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Fuzz.Targets;

/// <summary>Documents held against libvirt's schema of domains: valid, or refused with an error of libvirt's.</summary>
internal sealed class SchemaTarget : IFuzzTarget
{
    private const string Guest =
        """
        <domain type='qemu'><name>g</name><memory unit='KiB'>65536</memory><os><type arch='x86_64'>hvm</type></os>
        <metadata><x:a xmlns:x='urn:x' x:b='c'>text<y/></x:a></metadata><clock offset='utc'/>
        <devices><disk type='file' device='disk'><source file='/i'/><target dev='vda' bus='virtio'/></disk>
        <interface type='network'><source network='default'/></interface><sound model='ich9'/></devices></domain>
        """;

    public string Name => "schema";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(Guest),
        Encoding.UTF8.GetBytes("<domain>" + string.Concat(Enumerable.Repeat("<devices>", 300))),
        .. Recorded(),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        if (!Directory.Exists(SchemaValidation.DefaultFolder))
        {
            return;
        }

        try
        {
            SchemaValidation.Validate(SchemaKind.Domain, Encoding.UTF8.GetString(input));
        }
        catch (VirException refused) when (
            refused.Code is VirErrorNumber.VIR_ERR_XML_INVALID_SCHEMA or VirErrorNumber.VIR_ERR_XML_DETAIL)
        {
        }
    }

    private static IEnumerable<byte[]> Recorded() => Corpus.Folder is { } folder
        ? Directory.EnumerateFiles(Path.Combine(folder, "domain"), "in.xml", SearchOption.AllDirectories).Order()
            .Take(100).Select(File.ReadAllBytes)
        : [];
}
