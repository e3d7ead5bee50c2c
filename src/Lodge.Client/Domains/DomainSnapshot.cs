using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A snapshot of a guest.</summary>
public sealed partial class DomainSnapshot : LibvirtObject
{
    internal DomainSnapshot(LibvirtConnection connection, in RemoteDomainSnapshot wire)
        : base(connection) => Wire = wire;

    /// <summary>Its name, unique in its guest.</summary>
    public string Name => Wire.Name;

    /// <summary>The guest that it is of.</summary>
    public Domain Domain => new(Connection, Wire.Dom);

    internal RemoteDomainSnapshot Wire { get; }

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
