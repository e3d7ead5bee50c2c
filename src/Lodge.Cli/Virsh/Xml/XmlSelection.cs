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
            shell.Print(XmlFormat.Format(new XElement("nodes", selected.Select(Copy))) + "\n");
            return;
        }

        foreach (var found in selected)
        {
            shell.Print(XmlFormat.Format(found) + "\n");
        }
    }

    private static XObject[] Select(XElement root, string xpath)
    {
        try
        {
            return root.Document!.XPathEvaluate(xpath) is IEnumerable<object> found
                ? [.. found.OfType<XObject>()]
                : throw Invalid(xpath);
        }
        catch (XPathException)
        {
            throw Invalid(xpath);
        }
    }

    private static XObject Copy(XObject found) => found switch
    {
        XElement element => new XElement(element),
        XAttribute attribute => new XAttribute(attribute),
        XText text => new XText(text),
        _ => found,
    };

    private static VirException Invalid(string xpath) => new(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
        VirErrorDomain.VIR_FROM_XML,
        $"Invalid context to virXPathNodeSet(): '{xpath}'");
}
