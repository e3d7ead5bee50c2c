using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>A TXT record (<c>&lt;txt&gt;</c>).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its text; null in a pattern.</param>
public sealed record DnsText(string Name, string? Value)
{
    internal static DnsText Parse(string network, Element element, bool isPattern)
    {
        var name = element.Attribute("name") ?? throw NetworkError.Detail(
            $"missing required name attribute in DNS TXT record of network {network}");
        if (name.AsSpan().ContainsAny(' ', ','))
        {
            throw NetworkError.Detail($"prohibited character in DNS TXT record name '{name}' of network {network}");
        }

        var value = element.Attribute("value");
        return value is null && !isPattern
            ? throw NetworkError.Detail(
                $"missing required value attribute in DNS TXT record named '{name}' of network {network}")
            : new DnsText(name, value);
    }

    internal void Format(XmlOutput output) =>
        output.Start("txt").Attribute("name", Name).Attribute("value", Value).End();
}
