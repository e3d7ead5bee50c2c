using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A node of a graphics card.</summary>
/// <param name="Type">Which: <c>primary</c>, <c>control</c> or <c>render</c>.</param>
public sealed record DrmCapability(string Type) : NodeDeviceCapability
{
    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.Drm;

    internal override void Format(XmlOutput output) => output.Text("type", Type);
}
