using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A SCSI target.</summary>
/// <param name="Name">The kernel's name of it.</param>
/// <param name="RemotePort">The Fibre Channel port behind it.</param>
/// <param name="PortName">The world-wide name of that port.</param>
public sealed record ScsiTargetCapability(string Name, string? RemotePort, string? PortName) : NodeDeviceCapability
{
    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.ScsiTarget;

    internal override void Format(XmlOutput output)
    {
        output.Text("target", Name);
        if (RemotePort is not null)
        {
            output.Start("capability").Attribute("type", "fc_remote_port")
                .Text("rport", RemotePort)
                .Text("wwpn", PortName)
                .End();
        }
    }
}

/// <summary>A SCSI logical unit.</summary>
/// <param name="Host">The adapter.</param>
/// <param name="Bus">The adapter's bus.</param>
/// <param name="Target">The target on the bus.</param>
/// <param name="Lun">The unit of the target.</param>
/// <param name="Type">What it is: <c>disk</c>, <c>cdrom</c> …; null where libvirt has no word.</param>
public sealed record ScsiCapability(uint Host, uint Bus, uint Target, uint Lun, string? Type) : NodeDeviceCapability
{
    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.Scsi;

    internal override void Format(XmlOutput output) => output
        .Text("host", (long?)Host)
        .Text("bus", (long?)Bus)
        .Text("target", (long?)Target)
        .Text("lun", (long?)Lun)
        .Text("type", Type);
}

/// <summary>A node through which SCSI commands are sent to a unit.</summary>
/// <param name="Node">The node below /dev.</param>
public sealed record ScsiGenericCapability(string Node) : NodeDeviceCapability
{
    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.ScsiGeneric;

    internal override void Format(XmlOutput output) => output.Text("char", Node);
}
