using Lodge.Model.Nwfilter;
using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Filters;

/// <summary>A packet filter as clients see it.</summary>
/// <param name="Definition">The filter.</param>
/// <param name="Xml">Its text.</param>
internal sealed record StoredFilter(NetworkFilter Definition, string Xml)
{
    /// <summary>Its name.</summary>
    public string Name => Definition.Name;

    /// <summary>Its identity.</summary>
    public VirUuid Uuid { get; } = VirUuid.Of(Definition.Uuid ?? Guid.Empty);

    /// <summary>How it is named on the wire.</summary>
    public RemoteNwfilter Wire => new() { Name = Name, Uuid = Uuid };

    /// <summary>A filter with an identity: its own, or a new one.</summary>
    public static StoredFilter Of(NetworkFilter definition)
    {
        definition.Uuid ??= VirUuid.Random().ToGuid();
        return new StoredFilter(definition, definition.Format());
    }
}
