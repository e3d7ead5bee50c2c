using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A guest, running or only defined.</summary>
public sealed partial class Domain : LibvirtObject
{
    private RemoteDomain _wire;

    internal Domain(LibvirtConnection connection, in RemoteDomain wire)
        : base(connection) => _wire = wire;

    /// <summary>Its name.</summary>
    public string Name => Wire.Name;

    /// <summary>Its UUID.</summary>
    public VirUuid Uuid => Wire.Uuid;

    /// <summary>
    /// Its number while it runs, as it was when this object was made or started it; -1 when it did not run.
    /// </summary>
    public int Id => Wire.Id;

    internal RemoteDomain Wire => _wire;

    /// <summary>The name, for people.</summary>
    public override string ToString() => Name;
}
