using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A vDPA device.</summary>
/// <param name="Node">Its node below /dev; null where the driver made none.</param>
public sealed record VdpaCapability(string? Node) : NodeDeviceCapability
{
    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.Vdpa;

    internal override void Format(XmlOutput output) => output.Text("chardev", Node);
}
