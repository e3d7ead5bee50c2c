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

        var selected = Select(shell, XmlText.Parse(xml, "Failed to parse XML"), xpath);
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

    private static XObject[] Select(Shell shell, XElement root, string xpath)
    {
        try
        {
            return root.Document!.XPathEvaluate(xpath) is IEnumerable<object> found
                ? [.. found.OfType<XObject>()]
                : throw Incorrect(xpath);
        }
        catch (XPathException wrong)
        {
            // As stock: the XPath library says what is wrong, and nothing is selected.
            shell.PrintComplaint($"XPath error : {Reason(xpath, wrong.Message)}");
            return [];
        }
    }

    // One sentence of .NET stands for prefixes, variables and functions that nobody defined.
    private static string Reason(string xpath, string message) => message switch
    {
        _ when message.Contains("unclosed string", StringComparison.Ordinal) => "Unfinished literal",
        _ when message.Contains("number of arguments", StringComparison.Ordinal) => "Invalid number of arguments",
        _ when !message.Contains("XsltContext", StringComparison.Ordinal)
            && !message.Contains("prefix", StringComparison.Ordinal) => "Invalid expression",
        _ when xpath.Contains('$', StringComparison.Ordinal) => "Undefined variable",
        _ when xpath.Replace("::", "", StringComparison.Ordinal).Contains(':', StringComparison.Ordinal) =>
            "Undefined namespace prefix",
        _ => "Unregistered function",
    };

    private static XObject Copy(XObject found) => found switch
    {
        XElement element => new XElement(element),
        XAttribute attribute => new XAttribute(attribute),
        XText text => new XText(text),
        _ => found,
    };

    private static VirException Incorrect(string xpath) => new(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_XML, $"Incorrect xpath '{xpath}'");
}
