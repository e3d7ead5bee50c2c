using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A run of users or groups of a container (<c>&lt;idmap&gt;</c>).</summary>
/// <param name="Start">First number in the container.</param>
/// <param name="Target">First number on the host.</param>
/// <param name="Count">How many.</param>
public sealed record IdMapEntry(uint Start, uint Target, uint Count)
{
    internal static List<IdMapEntry> ParseAll(Element? idmap, string name) =>
        [.. (idmap?.All(name) ?? []).Select(Parse).OrderBy(entry => entry.Start)];

    internal void Format(XmlOutput output, string name) => output.Start(name).Attribute("start", (ulong?)Start)
        .Attribute("target", (ulong?)Target).Attribute("count", (ulong?)Count).End();

    private static IdMapEntry Parse(Element element) =>
        new(Number(element, "start"), Number(element, "target"), Number(element, "count"));

    private static uint Number(Element element, string name) =>
        Numbers.TryUInt(element.Attribute(name) ?? "", 10, out var value)
            ? value
            : throw XmlError.Domain("invalid idmap start/target/count settings");
}
