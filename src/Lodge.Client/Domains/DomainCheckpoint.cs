using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A point from which the changed blocks of a guest are known.</summary>
public sealed partial class DomainCheckpoint : LibvirtObject
{
    internal DomainCheckpoint(LibvirtConnection connection, in RemoteDomainCheckpoint wire)
        : base(connection) => Wire = wire;

    /// <summary>Its name, unique in its guest.</summary>
    public string Name => Wire.Name;

    /// <summary>The guest that it is of.</summary>
    public Domain Domain => new(Connection, Wire.Dom);

    internal RemoteDomainCheckpoint Wire { get; }

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
