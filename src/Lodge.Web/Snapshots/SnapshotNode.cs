using System.Globalization;
using System.Xml.Linq;

namespace Lodge.Web.Snapshots;

/// <summary>A snapshot of a guest, with those that came after it.</summary>
/// <param name="Snapshot">What calls are made on.</param>
/// <param name="Parent">The name of the one before, or null.</param>
/// <param name="Description">What its maker wrote.</param>
/// <param name="State">What the guest did: <c>running</c>, <c>shutoff</c>, <c>disk-snapshot</c>.</param>
/// <param name="Created">When it was made.</param>
/// <param name="IsExternal">Whether disks go on in files of their own.</param>
/// <param name="IsCurrent">Whether the guest goes on from it.</param>
public sealed record SnapshotNode(
    DomainSnapshot Snapshot,
    string? Parent,
    string Description,
    string State,
    DateTimeOffset Created,
    bool IsExternal,
    bool IsCurrent)
{
    /// <summary>Those that came after it, in their order.</summary>
    public List<SnapshotNode> Children { get; } = [];

    /// <summary>Its name.</summary>
    public string Name => Snapshot.Name;

    /// <summary>Reads all snapshots of a guest as trees.</summary>
    public static async Task<List<SnapshotNode>> ReadAsync(Domain domain, CancellationToken cancellation)
    {
        var current = await domain.HasCurrentSnapshotAsync(cancellationToken: cancellation)
            ? (await domain.GetCurrentSnapshotAsync(cancellationToken: cancellation)).Name
            : null;
        var nodes = new List<SnapshotNode>();
        foreach (var snapshot in await domain.ListAllSnapshotsAsync(cancellationToken: cancellation))
        {
            var xml = XElement.Parse(await snapshot.GetXmlDescAsync(cancellationToken: cancellation));
            nodes.Add(Of(snapshot, xml, snapshot.Name == current));
        }

        return Arrange(nodes);
    }

    /// <summary>Reads one from its description.</summary>
    public static SnapshotNode Of(DomainSnapshot snapshot, XElement xml, bool isCurrent) => new(
        snapshot,
        (string?)xml.Element("parent")?.Element("name"),
        (string?)xml.Element("description") ?? "",
        (string?)xml.Element("state") ?? "",
        DateTimeOffset.FromUnixTimeSeconds(
            long.TryParse((string?)xml.Element("creationTime"), CultureInfo.InvariantCulture, out var time) ? time : 0),
        xml.Elements("disks").Elements("disk").Any(disk => (string?)disk.Attribute("snapshot") == "external"),
        isCurrent);

    private static List<SnapshotNode> Arrange(List<SnapshotNode> nodes)
    {
        var byName = nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        var roots = new List<SnapshotNode>();
        foreach (var node in nodes.OrderBy(node => node.Created))
        {
            if (node.Parent is { } name && byName.TryGetValue(name, out var parent)) parent.Children.Add(node);
            else roots.Add(node);
        }

        return roots;
    }
}
