using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A parent of mediated devices that is no PCI function.</summary>
/// <param name="Address">Its address on its bus.</param>
/// <param name="Types">What can be made of it.</param>
public sealed record MdevParentCapability(string Address, IReadOnlyList<MdevType> Types) : NodeDeviceCapability
{
    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.MdevTypes;

    internal override void Format(XmlOutput output) => MdevType.Format(output, Types);
}
