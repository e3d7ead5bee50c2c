using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A SCSI host adapter.</summary>
public sealed record ScsiHostCapability : NodeDeviceCapability
{
    /// <summary>Its number.</summary>
    public uint Host { get; init; }

    /// <summary>Its driver's number for it.</summary>
    public int? UniqueId { get; init; }

    /// <summary>Its names in a Fibre Channel fabric; null where it is no such adapter.</summary>
    public FibreChannelNames? FibreChannel { get; init; }

    /// <summary>The virtual ports it carries; null where it carries none.</summary>
    public VirtualPorts? Ports { get; init; }

    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.ScsiHost;

    /// <inheritdoc/>
    public override IEnumerable<NodeDeviceKind> FurtherKinds
    {
        get
        {
            if (FibreChannel is not null) yield return NodeDeviceKind.FcHost;
            if (Ports is not null) yield return NodeDeviceKind.Vports;
        }
    }

    internal override void Format(XmlOutput output)
    {
        output.Text("host", (long?)Host).Text("unique_id", (long?)UniqueId);
        if (FibreChannel is { } names)
        {
            output.Start("capability").Attribute("type", "fc_host")
                .Text("wwnn", names.Node)
                .Text("wwpn", names.Port)
                .Text("fabric_wwn", names.Fabric)
                .End();
        }

        if (Ports is { } ports)
        {
            output.Start("capability").Attribute("type", "vport_ops")
                .Text("max_vports", (long?)ports.Maximum)
                .Text("vports", (long?)ports.InUse)
                .End();
        }
    }
}

/// <summary>World-wide names of a Fibre Channel adapter, 16 hexadecimal digits each.</summary>
/// <param name="Node">The node's (WWNN).</param>
/// <param name="Port">The port's (WWPN).</param>
/// <param name="Fabric">The fabric's; null where it is in none.</param>
public sealed record FibreChannelNames(string Node, string Port, string? Fabric);

/// <summary>Virtual ports of an adapter (NPIV).</summary>
/// <param name="Maximum">How many it can carry.</param>
/// <param name="InUse">How many there are.</param>
public sealed record VirtualPorts(int Maximum, int InUse);
