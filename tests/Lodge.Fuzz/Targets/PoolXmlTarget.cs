using System.Text;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Fuzz.Targets;

/// <summary>
/// Pool XML: refused with an error of libvirt's, or read; and what was read is written and read again the same.
/// </summary>
internal sealed class PoolXmlTarget : IFuzzTarget
{
    private const string Mounted =
        """
        <pool type='netfs' xmlns:fs='http://libvirt.org/schemas/storagepool/fs/1.0'><name>n</name>
        <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
        <source><host name='h' port='1'/><dir path='/a//b/'/><format type='nfs'/><protocol ver='4'/><vendor name='v'/><product name='p'/></source>
        <target><path>/m//</path><permissions><mode>0755</mode><owner>-1</owner><group>7</group><label>l</label></permissions></target>
        <refresh><volume allocation='capacity'/></refresh><fs:mount_opts><fs:option name='sync'/></fs:mount_opts></pool>
        """;

    private const string Adapted =
        """
        <pool type='scsi'><name>s</name><source><adapter type='scsi_host'><parentaddr unique_id='5'>
        <address domain='0' bus='0' slot='0x1f' function='2'/></parentaddr></adapter></source><target><path>/dev</path></target></pool>
        """;

    private const string Target =
        """
        <pool type='iscsi'><name>i</name><source><host name='h'/><device path='iqn.a:b' part_separator='no'/>
        <initiator><iqn name='iqn.c'/></initiator><auth type='chap' username='u'><secret usage='x'/></auth></source>
        <target><path>/dev/disk/by-path</path></target></pool>
        """;

    public string Name => "pool-xml";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        Encoding.UTF8.GetBytes(Mounted),
        Encoding.UTF8.GetBytes(Adapted),
        Encoding.UTF8.GetBytes(Target),
        Encoding.UTF8.GetBytes(
            "<pool type='dir'><name>d</name><features><cow state='no'/></features><target><path>/d</path></target>"
                + "</pool>"),
        .. Recorded(),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        string written;
        try
        {
            written = StoragePoolXml.Format(StoragePoolXml.Parse(Encoding.UTF8.GetString(input)));
        }
        catch (VirException)
        {
            return;
        }

        var again = Rewritten(written);
        if (again is not null && written != again)
        {
            throw new InvalidOperationException($"what was written is read differently:\n{written}\n---\n{again}");
        }
    }

    // Characters that XML cannot carry are left out when a name is written; what is left may be refused.
    private static string? Rewritten(string xml)
    {
        try
        {
            return StoragePoolXml.Format(StoragePoolXml.Parse(xml));
        }
        catch (VirException)
        {
            return null;
        }
    }

    private static IEnumerable<byte[]> Recorded() => Corpus.Folder is { } folder
        ? Directory.EnumerateFiles(Path.Combine(folder, "storagepool"), "in.xml", SearchOption.AllDirectories)
            .Order().Select(File.ReadAllBytes)
        : [];
}
