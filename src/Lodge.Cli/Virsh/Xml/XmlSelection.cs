using System.Xml.Linq;
using System.Xml.XPath;

namespace Lodge.Cli.Virsh.Xml;

/// <summary><c>--xpath</c> and <c>--wrap</c> of the commands that print XML.</summary>
internal static class XmlSelection
{
    /// <summary>Prints a document, or the elements of it that <c>--xpath</c> selects.</summary>
    internal static void Print(Shell shell, Arguments arguments, string xml)
    {
        if (arguments.TextQuiet("xpath") is not { } xpath)
        {
            shell.Print(xml);
            return;
        }

        var selected = Select(XmlText.Parse(xml, "Failed to parse XML"), xpath);
        if (arguments.Has("wrap"))
        {
            var nodes = new XElement("nodes", selected.Select(static element => new XElement(element)));
            shell.Print(XmlFormat.Format(nodes) + "\n");
            return;
        }

        foreach (var element in selected)
        {
            shell.Print(XmlFormat.Format(element) + "\n");
        }
    }

    private static XElement[] Select(XElement root, string xpath)
    {
        try
        {
            return [.. root.Document!.XPathSelectElements(xpath)];
        }
        catch (Exception error) when (error is XPathException or InvalidOperationException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_XML,
                $"Invalid context to virXPathNodeSet(): '{xpath}'");
        }
    }
}
