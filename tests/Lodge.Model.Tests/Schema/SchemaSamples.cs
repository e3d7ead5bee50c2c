using System.Xml.Linq;
using Lodge.Model.Schema;

namespace Lodge.Model.Tests.Schema;

/// <summary>Elements made up along a schema, and all places that a schema has.</summary>
internal static class SchemaSamples
{
    private const int DeepestElement = 9;

    private static readonly string[] Texts =
    [
        "1", "0", "2", "on", "0x1", "0x0001", "a", "vda", "/a", "org.a", "52:54:00:00:00:01", "127.0.0.1", "::1",
            "a-b", "ua-a",
        "c7a5fdbd-edaf-9455-926a-d65c16db1809", "0-1", "2.00", "1024", "0x0000", "00:01", "5000c50015ea71ac", "0755",
        "10.0.0.0/8", "iqn.1992-01.com.example", "AuthenticAMD", "0x12345678", "2011-05-31T16:11:22", "1.5", "KiB",
            "en-us",
        "fc_remote_port", "http://a", "0123456789abcdef", "[a] b.img", "C:\\a", "-1", "vhost-user", "a/b",
    ];

    /// <summary>The elements directly inside a pattern.</summary>
    public static IEnumerable<ElementPattern> Elements(Pattern pattern) => pattern switch
    {
        ElementPattern element => [element],
        ChoicePattern choice => Elements(choice.Left).Concat(Elements(choice.Right)),
        GroupPattern group => Elements(group.Left).Concat(Elements(group.Right)),
        InterleavePattern both => Elements(both.Left).Concat(Elements(both.Right)),
        OneOrMorePattern more => Elements(more.Inner),
        _ => [],
    };

    /// <summary>The attributes of an element whose content a pattern is.</summary>
    public static IEnumerable<AttributePattern> Attributes(Pattern pattern) => pattern switch
    {
        AttributePattern attribute => [attribute],
        ChoicePattern choice => Attributes(choice.Left).Concat(Attributes(choice.Right)),
        GroupPattern group => Attributes(group.Left).Concat(Attributes(group.Right)),
        InterleavePattern both => Attributes(both.Left).Concat(Attributes(both.Right)),
        OneOrMorePattern more => Attributes(more.Inner),
        _ => [],
    };

    /// <summary>
    /// Adds all places below an element: <c>disk/source/@file</c>. An element inside one of its own name counts as
    /// that.
    /// </summary>
    public static void Places(ElementPattern element, string path, HashSet<string> places, HashSet<(Pattern,
        string)> seen)
    {
        if (!seen.Add((element, path)))
        {
            return;
        }

        places.Add(path);
        foreach (var attribute in Attributes(element.Content))
        {
            if (attribute.Name.Local is { } name)
            {
                places.Add($"{path}/@{name}");
            }
        }

        foreach (var child in Elements(element.Content))
        {
            if (child.Name.Local is { } name)
            {
                Places(child, Below(path, name), places, seen);
            }
        }
    }

    /// <summary>The place of an element inside a place.</summary>
    public static string Below(string path, string name)
    {
        // Storage is storage wherever it stands, and one class reads it.
        if (name == "source" && (path.EndsWith("mirror", StringComparison.Ordinal)
            || path.EndsWith("backingStore", StringComparison.Ordinal) || path == "os/nvram"))
        {
            return "devices/disk/source";
        }

        var names = path.Split('/');
        var known = Array.IndexOf(names, name);
        return known < 0 ? $"{path}/{name}" : string.Join('/', names[..(known + 1)]);
    }

    /// <summary>Makes up one element.</summary>
    public static XElement Make(ElementPattern pattern, Random random, int depth = 0)
    {
        var name = XName.Get(pattern.Name.Local ?? "any", pattern.Name.Namespace ?? "");
        var element = new XElement(name);
        if (depth < DeepestElement)
        {
            Fill(element, pattern.Content, random, depth);
        }

        return element;
    }

    private static void Fill(XElement element, Pattern pattern, Random random, int depth)
    {
        switch (pattern)
        {
            case ChoicePattern:
                var ways = Ways(pattern).ToList();
                Fill(element, ways[random.Next(ways.Count)], random, depth);
                break;
            case GroupPattern group:
                Fill(element, group.Left, random, depth);
                Fill(element, group.Right, random, depth);
                break;
            case InterleavePattern both:
                Fill(element, both.Left, random, depth);
                Fill(element, both.Right, random, depth);
                break;
            case OneOrMorePattern more:
                Fill(element, more.Inner, random, depth);
                break;
            case ElementPattern child:
                element.Add(Make(child, random, depth + 1));
                break;
            case AttributePattern { Name.Local: { } name } attribute:
                element.SetAttributeValue(name, Text(attribute.Value, random));
                break;
            case DataPattern or ValuePattern:
                element.Add(Text(pattern, random));
                break;
            case var text when text == Pattern.Text:
                element.Add("text");
                break;
        }
    }

    private static IEnumerable<Pattern> Ways(Pattern pattern) =>
        pattern is ChoicePattern choice ? Ways(choice.Left).Concat(Ways(choice.Right)) : [pattern];

    private static string Text(Pattern pattern, Random random)
    {
        switch (pattern)
        {
            case ChoicePattern:
                var ways = Ways(pattern).ToList();
                return Text(ways[random.Next(ways.Count)], random);
            case ValuePattern value:
                return value.Value;
            case DataPattern data:
                var fitting = Texts.Where(data.Type.Allows).ToList();
                return fitting.Count == 0 ? "1" : fitting[random.Next(fitting.Count)];
            default:
                return Texts[random.Next(8)];
        }
    }
}
