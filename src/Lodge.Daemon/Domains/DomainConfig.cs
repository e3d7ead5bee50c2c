using System.Text;
using Lodge.Daemon.State;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>
/// A stored configuration, never changed. Ten thousand of them lie in memory, so it keeps the XML's bytes and the few
/// numbers that lists need; the whole definition is read again when somebody wants it.
/// </summary>
internal sealed class DomainConfig
{
    private readonly byte[] _xml;
    private readonly bool _mayHoldSecrets;
    private WeakReference<DomainDefinition>? _definition;

    private DomainConfig(byte[] xml, DomainFacts facts)
    {
        _xml = xml;
        Facts = facts;
        _mayHoldSecrets = xml.AsSpan().IndexOf("passwd="u8) >= 0 || xml.AsSpan().IndexOf("<password"u8) >= 0;
    }

    /// <summary>The XML with all secrets, as it is stored.</summary>
    public ReadOnlySpan<byte> Bytes => _xml;

    /// <summary>The file that holds it; nothing but zeros where this daemon has written none.</summary>
    public FileStamp Stored { get; set; }

    /// <summary>The numbers that are asked for most.</summary>
    public DomainFacts Facts { get; }

    /// <summary>The definition, to be read only: others read the same.</summary>
    public DomainDefinition Definition
    {
        get
        {
            if (_definition is { } known && known.TryGetTarget(out var definition))
                return definition;
            var read = Copy();
            _definition = new WeakReference<DomainDefinition>(read);
            return read;
        }
    }

    /// <summary>Stores a complete definition.</summary>
    public static DomainConfig Of(DomainDefinition definition) => new(
        Encoding.UTF8.GetBytes(DomainXml.Format(definition, DomainXmlFormatOptions.Configuration)),
        DomainFacts.Of(definition));

    /// <summary>A definition of one's own, to be changed.</summary>
    public DomainDefinition Copy() =>
        DomainXml.Parse(Encoding.UTF8.GetString(_xml), DomainXmlParseOptions.Configuration);

    /// <summary>The inactive XML.</summary>
    /// <param name="secure">Whether with secrets.</param>
    public string Xml(bool secure) => secure || !_mayHoldSecrets
        ? Encoding.UTF8.GetString(_xml)
        : DomainXml.Format(Definition, new DomainXmlFormatOptions { Inactive = true });
}
