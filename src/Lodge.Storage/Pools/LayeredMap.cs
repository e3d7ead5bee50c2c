using System.Collections.Immutable;

namespace Lodge.Storage.Pools;

/// <summary>
/// A map that is never changed, made for a first look at very many entries and a few changes after: it is built as fast
/// as a plain dictionary, read as fast as one, and a changed map shares with the one before all but the changes.
/// </summary>
/// <typeparam name="TValue">What the map leads to.</typeparam>
internal sealed class LayeredMap<TValue>
    where TValue : class
{
    // So many changes are cheaper to look through than a new ground is to make.
    private const int MostChanges = 512;

    private readonly Dictionary<string, TValue> _ground;
    private readonly ImmutableDictionary<string, TValue?> _changes;

    private LayeredMap(Dictionary<string, TValue> ground, ImmutableDictionary<string, TValue?> changes, int count) =>
        (_ground, _changes, Count) = (ground, changes, count);

    /// <summary>A map of what a dictionary holds, which nobody changes any more.</summary>
    public LayeredMap(Dictionary<string, TValue> ground)
        : this(ground, ImmutableDictionary.Create<string, TValue?>(StringComparer.Ordinal), ground.Count)
    {
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>Every value, in no order.</summary>
    public IEnumerable<TValue> Values => _changes.IsEmpty ? _ground.Values : Merged().Values;

    /// <summary>The value of a name, or null.</summary>
    public TValue? Find(string name) =>
        !_changes.IsEmpty && _changes.TryGetValue(name, out var changed) ? changed : _ground.GetValueOrDefault(name);

    /// <summary>The map with a value put in, or put in place of the one with its name.</summary>
    public LayeredMap<TValue> With(string name, TValue value) =>
        Changed(name, value, Find(name) is null ? Count + 1 : Count);

    /// <summary>The map without a name.</summary>
    public LayeredMap<TValue> Without(string name) => Find(name) is null ? this : Changed(name, null, Count - 1);

    private LayeredMap<TValue> Changed(string name, TValue? value, int count)
    {
        var next = new LayeredMap<TValue>(_ground, _changes.SetItem(name, value), count);
        return next._changes.Count <= MostChanges ? next : new LayeredMap<TValue>(next.Merged());
    }

    private Dictionary<string, TValue> Merged()
    {
        var merged = new Dictionary<string, TValue>(_ground, StringComparer.Ordinal);
        foreach (var (name, value) in _changes)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = value;
        }

        return merged;
    }
}
