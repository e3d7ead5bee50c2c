using Lodge.Model.Domain;

namespace Lodge.Model.Tests.Domain;

/// <summary>Small domains for the tests.</summary>
internal static class DomainText
{
    public static string With(string devices = "", string settings = "") => $"""
        <domain type='qemu'>
          <name>guest</name>
          <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
          <memory unit='KiB'>131072</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64' machine='pc'>hvm</type>
          </os>
          {settings}
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            {devices}
          </devices>
        </domain>
        """;

    public static DomainDefinition Parse(string devices = "", string settings = "") =>
        DomainXml.Parse(With(devices, settings), DomainXmlParseOptions.Configuration);

    public static string Format(DomainDefinition domain) =>
        DomainXml.Format(domain, DomainXmlFormatOptions.Configuration);

    /// <summary>The text without indentation, one element a line.</summary>
    public static string Flat(string xml) =>
        string.Join('\n', xml.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
