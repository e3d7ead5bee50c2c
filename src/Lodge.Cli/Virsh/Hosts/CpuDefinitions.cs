using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Hosts;

/// <summary>CPU definitions that people keep in files of several kinds.</summary>
internal static class CpuDefinitions
{
    /// <summary>
    /// The CPUs in a file: bare <c>&lt;cpu&gt;</c> elements, domains, host capabilities or domain capabilities, any
    /// number of them one after the other.
    /// </summary>
    /// <exception cref="CommandFailure">There is no CPU in it.</exception>
    internal static string[] Extract(string path)
    {
        var text = LocalFile.Read(path);
        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            text = text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..];
        }

        var container = XmlText.Parse($"<container>{text}</container>", $"Failed to parse {path}", keepBlanks: true);
        var found = container.Elements().SelectMany(static element => InElement(element)).ToArray();
        return found.Length > 0
            ? found
            : throw new CommandFailure(
                $"File '{path}' does not contain any <cpu> element or valid domain XML, host capabilities XML, or "
                + "domain capabilities XML");
    }

    private static IEnumerable<string> InElement(XElement element) => element.Name.LocalName switch
    {
        "cpu" => [XmlFormat.Format(element)],
        "domain" => element.All("cpu").Select(XmlFormat.Format),
        "capabilities" => element.All("host/cpu").Select(XmlFormat.Format),
        "domainCapabilities" => element.All("cpu/mode")
            .Where(static mode => mode.Get("@name") == "host-model" && mode.Get("@supported") == "yes")
            .Select(static mode => XmlFormat.Format(new XElement("cpu", mode.Nodes()))),
        _ => [],
    };
}
