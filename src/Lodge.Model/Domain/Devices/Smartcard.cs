using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A smartcard (<c>&lt;smartcard&gt;</c>).</summary>
public sealed class Smartcard : Device
{
    private const int CertificateCount = 3;

    /// <summary>Where it comes from.</summary>
    public SmartcardMode Mode { get; set; }

    /// <summary>The names of three certificates.</summary>
    public List<string> Certificates { get; } = [];

    /// <summary>The folder of the certificates.</summary>
    public string? Database { get; set; }

    /// <summary>The end on the host, of a passed-through card.</summary>
    public CharacterSource? Source { get; set; }

    internal static Smartcard Parse(Element element, DomainXmlParseOptions options)
    {
        var card = new Smartcard { Mode = element.RequiredNamed("mode", SmartcardModeNames.Table) };
        switch (card.Mode)
        {
            case SmartcardMode.HostCertificates:
                card.ParseCertificates(element);
                break;
            case SmartcardMode.Passthrough:
                var type = element.Attribute("type")
                    ?? throw XmlError.Domain("passthrough mode requires a character device type attribute");
                card.Source = new() { Type = CharacterSource.ParseType(type) };
                card.Source.Parse(element, options, labels: false);
                break;
        }

        card.ParseInfo(element, options);
        return card;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("smartcard").Attribute("mode", Mode.ToXml()).Attribute("type", Source?.Type.ToXml());
        Certificates.ForEach(certificate => output.Text("certificate", certificate));
        output.Text("database", Database);
        Source?.Format(output, options);
        FormatInfo(output);
        output.End();
    }

    private void ParseCertificates(Element element)
    {
        foreach (var certificate in element.All("certificate"))
        {
            Certificates.Add(certificate.Text);
        }

        if (Certificates.Count != CertificateCount)
        {
            throw XmlError.Domain("host-certificates mode needs exactly three certificates");
        }

        Database = element.ChildText("database");
        if (Database is not null && Database[0] != '/')
        {
            throw XmlError.Domain($"expecting absolute path: {Database}");
        }
    }
}
