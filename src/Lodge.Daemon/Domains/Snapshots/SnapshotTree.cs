using System.Collections.Immutable;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Snapshots;

/// <summary>All snapshots of a domain at one instant; never changed, so that readers never wait.</summary>
/// <param name="All">The snapshots, by their names.</param>
/// <param name="Current">The name of the one that the domain last was at; null for none.</param>
internal sealed record SnapshotTree(ImmutableSortedDictionary<string, SnapshotDefinition> All, string? Current)
{
    /// <summary>No snapshots.</summary>
    public static SnapshotTree Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, SnapshotDefinition>(StringComparer.Ordinal), null);

    /// <summary>A snapshot by its name.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_DOMAIN_SNAPSHOT.</exception>
    public SnapshotDefinition Find(string name) => All.TryGetValue(name, out var found)
        ? found
        : throw new VirException(
            VirErrorNumber.VIR_ERR_NO_DOMAIN_SNAPSHOT,
            VirErrorDomain.VIR_FROM_QEMU,
            $"no domain snapshot with matching name '{name}'");

    /// <summary>The snapshots that come after one; the first ones for null.</summary>
    public IEnumerable<SnapshotDefinition> ChildrenOf(string? name) =>
        All.Values.Where(one => (one.Parent is { } parent && All.ContainsKey(parent) ? parent : null) == name);

    /// <summary>All snapshots after one, however far; those nearer first.</summary>
    public IEnumerable<SnapshotDefinition> DescendantsOf(string? name) =>
        ChildrenOf(name).SelectMany(child => DescendantsOf(child.Name).Prepend(child));

    /// <summary>With a snapshot added or replaced.</summary>
    public SnapshotTree With(SnapshotDefinition snapshot) => this with { All = All.SetItem(snapshot.Name, snapshot) };

    /// <summary>Without a snapshot; what comes after it comes after the one before it.</summary>
    public SnapshotTree Without(SnapshotDefinition snapshot)
    {
        var all = All.Remove(snapshot.Name);
        foreach (var child in ChildrenOf(snapshot.Name).ToList())
        {
            var moved = SnapshotDefinition.Parse(child.Format(secure: true), redefined: true);
            moved.Parent = snapshot.Parent;
            all = all.SetItem(moved.Name, moved);
        }

        return new SnapshotTree(all, Current == snapshot.Name ? snapshot.Parent : Current);
    }
}
