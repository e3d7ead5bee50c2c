using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A kind of mediated device that can be made of a device.</summary>
/// <param name="Id">The kernel's name of the kind.</param>
/// <param name="Name">The driver's name of it, for people.</param>
/// <param name="DeviceApi">What a guest sees, such as <c>vfio-pci</c>.</param>
/// <param name="AvailableInstances">How many more can be made.</param>
public sealed record MdevType(string Id, string? Name, string DeviceApi, uint AvailableInstances)
{
    internal static void Format(XmlOutput output, IReadOnlyList<MdevType>? types)
    {
        if (types is not { Count: > 0 })
        {
            return;
        }

        output.Start("capability").Attribute("type", "mdev_types");
        foreach (var type in types)
        {
            output.Start("type").Attribute("id", type.Id)
                .Text("name", type.Name)
                .Text("deviceAPI", type.DeviceApi)
                .Text("availableInstances", (long?)type.AvailableInstances)
                .End();
        }

        output.End();
    }
}
