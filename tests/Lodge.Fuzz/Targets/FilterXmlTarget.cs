using System.Text;
using Lodge.Model.Nwfilter;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Fuzz.Targets;

/// <summary>
/// Filter and binding XML: refused with an error of libvirt's, or read; and what was read is written and read again the
/// same.
/// </summary>
internal sealed class FilterXmlTarget : IFuzzTarget
{
    private const string Binding =
        """
        <filterbinding><owner><name>g</name><uuid>d54df46f-1ab5-4a22-8618-4560ef5fac2c</uuid></owner>
        <portdev name='vnet0'/>        <mac address='52:54:00:7b:35:93'/><filterref filter='clean-traffic'>
        <parameter name='IP' value='1.2.3.4'/></filterref></filterbinding>
        """;

    public string Name => "filter-xml";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(
            "<filter name='f' chain='ipv4-x' priority='-3'><rule action='drop' direction='inout'><tcp match='no' "
            + "srcipaddr='$IP[@1]' flags='SYN/ALL' state='NEW' comment='&apos;'/>"
            + "</rule><filterref filter='g'/></filter>"),
        Encoding.UTF8.GetBytes(Binding),
        .. Recorded(),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        Check(text, xml => NetworkFilter.Parse(xml).Format());
        Check(text, xml => FilterBinding.Parse(xml).Format());
    }

    private static void Check(string text, Func<string, string> rewrite)
    {
        string written;
        try
        {
            written = rewrite(text);
        }
        catch (VirException)
        {
            return;
        }

        // A set without directions gets one when it is read, and loses both when it is read again, as in libvirt.
        if (rewrite(rewrite(written)) is var again && again != rewrite(written))
        {
            throw new InvalidOperationException($"what was written is read differently:\n{written}\n---\n{again}");
        }
    }

    private static IEnumerable<byte[]> Recorded() => Corpus.Folder is { } folder
        ? Directory.EnumerateFiles(Path.Combine(folder, "nwfilter"), "in.xml",
            SearchOption.AllDirectories).Order().Select(File.ReadAllBytes)
        : [];
}
