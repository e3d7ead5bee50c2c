using System.Xml.Linq;
using Lodge.Model.Domain;
using Lodge.Model.Schema;
using Lodge.Model.Tests.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Schema;

/// <summary>
/// Nothing that libvirt's schema lets a domain have is passed over: taking it away, or writing nonsense in its place,
/// changes what is read or how it is refused. What is passed over on purpose stands in a table, with the reason.
/// </summary>
public sealed class DomainCompletenessTests(ITestOutputHelper output)
{
    private const int Rounds = 3000;
    private const int Seed = 9;

    /// <summary>What some elements refer to.</summary>
    private const string Around = "<iothreads>2</iothreads>"
        + "<cpu><numa><cell id='0' cpus='0' memory='131072' unit='KiB'/></numa></cpu>";

    [Fact]
    public void Every_element_and_attribute_of_the_schema_is_read_or_refused()
    {
        var path = Path.Combine(SchemaValidation.DefaultFolder, SchemaValidation.FileOf(SchemaKind.Domain));
        Assert.SkipUnless(File.Exists(path), $"needs libvirt's schemas in {SchemaValidation.DefaultFolder} (libvirt0)");
        var domain = SchemaSamples.Elements(SchemaValidation.Load(path)).First(element =>
            element.Name.Local == "domain");
        var places = new HashSet<string>(StringComparer.Ordinal);
        var tops = Tops(domain).ToList();
        foreach (var (element, inDevices) in tops)
        {
            SchemaSamples.Places(element, Top(element, inDevices), places, []);
        }

        var unread = places.Where(place => PassedOver.Reason(place) is null).ToHashSet(StringComparer.Ordinal);
        foreach (var (top, xml) in CraftedSamples.All)
        {
            Try(XElement.Parse(xml), top, top.StartsWith("devices/", StringComparison.Ordinal), unread);
        }

        var random = new Random(Seed);
        for (var round = 0; round < Rounds && unread.Count > 0; round++)
        {
            foreach (var (element, inDevices) in tops)
            {
                var top = Top(element, inDevices);
                if (unread.Any(place => place.StartsWith(top, StringComparison.Ordinal)))
                {
                    Try(SchemaSamples.Make(element, random), top, inDevices, unread);
                }
            }
        }

        foreach (var place in unread.Order(StringComparer.Ordinal))
        {
            output.WriteLine(place);
        }

        Assert.Empty(unread);
        output.WriteLine($"{places.Count} places of the schema, {PassedOver.Count(places)} passed over by name");
    }

    [Fact]
    public void The_table_names_only_what_the_schema_has()
    {
        var path = Path.Combine(SchemaValidation.DefaultFolder, SchemaValidation.FileOf(SchemaKind.Domain));
        Assert.SkipUnless(File.Exists(path), $"needs libvirt's schemas in {SchemaValidation.DefaultFolder} (libvirt0)");
        var domain = SchemaSamples.Elements(SchemaValidation.Load(path)).First(element =>
            element.Name.Local == "domain");
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (element, inDevices) in Tops(domain))
        {
            SchemaSamples.Places(element, Top(element, inDevices), places, []);
        }

        Assert.Empty(PassedOver.Idle(places));
    }

    private static IEnumerable<(ElementPattern Element, bool InDevices)> Tops(ElementPattern domain) =>
        SchemaSamples.Elements(domain.Content).Distinct()
            .SelectMany(element => element.Name.Local == "devices"
                ? SchemaSamples.Elements(element.Content).Distinct().Select(device => (device, true))
                : [(element, false)])
            .Where(top => top.Item1.Name.Local is not (null or "metadata"));

    private static string Top(ElementPattern element, bool inDevices) =>
        inDevices ? $"devices/{element.Name.Local}" : element.Name.Local!;

    private static void Try(XElement sample, string top, bool inDevices, HashSet<string> unread)
    {
        var outcome = Outcome(sample, inDevices);
        foreach (var (node, place) in Nodes(sample, top).ToList())
        {
            if (!unread.Contains(place))
            {
                continue;
            }

            if (IsRead(sample, node, inDevices, outcome))
            {
                unread.Remove(place);
            }
        }
    }

    private static bool IsRead(XElement sample, XObject node, bool inDevices, string outcome)
    {
        if (node is XAttribute attribute)
        {
            var (owner, value) = (attribute.Parent!, attribute.Value);
            attribute.Remove();
            var without = Outcome(sample, inDevices);
            owner.SetAttributeValue(attribute.Name, "§zork");
            var nonsense = Outcome(sample, inDevices);
            owner.SetAttributeValue(attribute.Name, value);
            return without != outcome || nonsense != outcome;
        }

        var element = (XElement)node;
        if (element == sample)
        {
            return outcome != Outcome(null, inDevices);
        }

        var placeholder = new XComment("");
        element.ReplaceWith(placeholder);
        var gone = Outcome(sample, inDevices);
        placeholder.ReplaceWith(element);
        return gone != outcome;
    }

    private static IEnumerable<(XObject Node, string Place)> Nodes(XElement element, string place)
    {
        yield return (element, place);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            yield return (attribute, $"{place}/@{attribute.Name.LocalName}");
        }

        foreach (var child in element.Elements())
        {
            foreach (var inner in Nodes(child, SchemaSamples.Below(place, child.Name.LocalName)))
            {
                yield return inner;
            }
        }
    }

    /// <summary>
    /// What is made of a domain that has the sample: what is written back, stored and running, or the refusal.
    /// </summary>
    private static string Outcome(XElement? sample, bool inDevices)
    {
        var domain = XElement.Parse(DomainText.With(settings: Around));
        domain.SetAttributeValue("id", 3);
        if (sample is not null && inDevices)
        {
            var devices = domain.Element("devices")!;
            if (sample.Name.LocalName == "emulator")
            {
                devices.Elements("emulator").Remove();
            }

            devices.Add(sample);
        }
        else if (sample is not null)
        {
            domain.Elements(sample.Name).Remove();
            domain.Add(sample);
        }

        var xml = domain.ToString(SaveOptions.DisableFormatting);
        sample?.Remove();
        return Outcome(xml, DomainXmlParseOptions.Configuration, DomainXmlFormatOptions.Configuration)
            + Outcome(xml, DomainXmlParseOptions.Live, DomainXmlFormatOptions.StatusFile);
    }

    private static string Outcome(string xml, DomainXmlParseOptions reading, DomainXmlFormatOptions writing)
    {
        try
        {
            return DomainXml.Format(DomainXml.Parse(xml, reading), writing);
        }
        catch (VirException refused)
        {
            return refused.Message;
        }
    }
}
