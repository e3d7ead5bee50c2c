using System.Text;
using Lodge.Model.Secret;
using Lodge.Protocol.Errors;

namespace Lodge.Fuzz.Targets;

/// <summary>Secret XML: refused with an error of libvirt's, or written and read again as the same secret.</summary>
internal sealed class SecretXmlTarget : IFuzzTarget
{
    public string Name => "secret-xml";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        .. new[]
        {
            "<secret ephemeral='yes' private='no'><uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>"
                + "<description>d</description><usage type='volume'><volume>/v</volume></usage></secret>",
            "<secret><usage type='ceph'><name>&lt;n&gt;</name></usage></secret>",
            "<secret><usage type='iscsi'><target>t</target></usage></secret>",
            "<secret><usage type='none'/></secret>",
            "<!DOCTYPE s [<!ENTITY a 'aaaa'>]><secret><description>&a;</description></secret>",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        SecretDefinition secret;
        try
        {
            secret = SecretXml.Parse(Encoding.UTF8.GetString(input));
        }
        catch (VirException)
        {
            return;
        }

        var written = SecretXml.Format(secret);
        var again = SecretXml.Format(SecretXml.Parse(written));
        if (written != again)
        {
            throw new InvalidOperationException($"what was written is read differently:\n{written}\n---\n{again}");
        }
    }
}
