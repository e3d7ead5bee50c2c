using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>A secret: what the host needs to open a volume or reach a server.</summary>
public sealed partial class Secret : LibvirtObject
{
    internal Secret(LibvirtConnection connection, in RemoteSecret wire)
        : base(connection) => Wire = wire;

    /// <summary>Its UUID.</summary>
    public VirUuid Uuid => Wire.Uuid;

    /// <summary>What it is for.</summary>
    public VirSecretUsageType UsageType => (VirSecretUsageType)Wire.UsageType;

    /// <summary>The object that it is for: a path, a name.</summary>
    public string UsageId => Wire.UsageID;

    internal RemoteSecret Wire { get; }

    /// <summary>The UUID, for people.</summary>
    public override string ToString() => Uuid.ToString();
}
