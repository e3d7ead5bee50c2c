using System.Text;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;

namespace Lodge.Fuzz.Targets;

/// <summary>
/// Volume XML: refused with an error of libvirt's, or read; and what was read is written and read again the same.
/// </summary>
internal sealed class VolumeXmlTarget : IFuzzTarget
{
    private const string Image =
        """
        <volume type='file'><name>v</name><key>/k</key><capacity unit='MiB'>1</capacity><allocation unit='KB'>0</allocation>
        <target><path>/p</path><format type='qcow2'/><permissions><mode>0644</mode><owner>1</owner><group>-1</group><label>l</label></permissions>
        <encryption format='luks'><secret type='passphrase' usage='u'/><cipher name='aes' size='256'/><ivgen name='plain64'/></encryption>
        <compat>1.1</compat><nocow/><clusterSize unit='KiB'>64</clusterSize><features><lazy_refcounts/><extended_l2/></features></target>
        <backingStore><path>/b</path><format type='raw'/></backingStore></volume>
        """;

    public string Name => "volume-xml";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(Image),
        Encoding.UTF8.GetBytes(
            "<volume type='block'><name>p1</name><capacity unit='b'>1</capacity>"
            + "<target><format type='linux-swap'/></target></volume>"),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        var text = Encoding.UTF8.GetString(input);
        foreach (var pool in Enum.GetValues<StoragePoolType>())
        {
            if (Rewritten(text, pool) is not { } written || Rewritten(written, pool) is not { } again) continue;
            if (written != again)
            {
                throw new InvalidOperationException($"what was written is read differently:\n{written}\n---\n{again}");
            }
        }
    }

    private static string? Rewritten(string xml, StoragePoolType pool)
    {
        try
        {
            return StorageVolumeXml.Format(StorageVolumeXml.Parse(xml, pool), pool);
        }
        catch (VirException)
        {
            return null;
        }
    }
}
