using Lodge.Model.Xml;
using Lodge.Protocol;

namespace Lodge.Model.NodeDevice;

/// <summary>A mediated device: a share of another device, made for a guest.</summary>
public sealed record MdevCapability : NodeDeviceCapability
{
    /// <summary>Which kind of its parent's it is.</summary>
    public required string Type { get; init; }

    /// <summary>Its UUID; null where one is to be chosen.</summary>
    public VirUuid? Uuid { get; init; }

    /// <summary>The parent's address on its bus.</summary>
    public string? ParentAddress { get; init; }

    /// <summary>The IOMMU group it is in; 0 while it is not there.</summary>
    public uint IommuGroup { get; init; }

    /// <summary>Attributes that are set as it is made, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.Mdev;

    internal override void Format(XmlOutput output)
    {
        output.Start("type").Attribute("id", Type).End()
            .Text("uuid", Uuid?.ToString())
            .Text("parent_addr", ParentAddress)
            .Start("iommuGroup").Attribute("number", (long?)IommuGroup).End();
        foreach (var (name, value) in Attributes)
        {
            output.Start("attr").Attribute("name", name).Attribute("value", value).End();
        }
    }
}
