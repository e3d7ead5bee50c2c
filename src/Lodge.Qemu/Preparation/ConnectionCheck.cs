using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>What a card may ask for, once it is known what it is really connected to.</summary>
/// <remarks>Source: libvirt's <c>virDomainActualNetDefValidate</c>.</remarks>
internal static class ConnectionCheck
{
    /// <summary>Refuses what the connection cannot give.</summary>
    /// <exception cref="VirException">VIR_ERR_CONFIG_UNSUPPORTED.</exception>
    public static void Require(Interface card)
    {
        var source = card.Actual?.Source ?? card.Source;
        var virtualPort = card.Actual is { } actual ? actual.VirtualPort : card.VirtualPort;
        var refusal = card switch
        {
            _ when HasVlan(card) && !TakesVlan(card.ActualType, source.Mode, virtualPort?.Type) =>
                "vlan tag not supported for this connection type",
            { ActualType: InterfaceType.Hostdev } when (card.Actual?.Bandwidth ?? card.Bandwidth) is not null =>
                "bandwidth settings are not supported for hostdev interfaces",
            _ when (card.Actual?.Isolated ?? card.Isolated) == true && !IsOnBridge(card.ActualType) =>
                $"<port isolated='yes'/> is not supported for network interfaces with type='{card.ActualType.ToXml()}'",
            _ => null,
        };
        if (refusal is not null)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_DOMAIN,
                $"interface {card.Mac} - {refusal}");
        }
    }

    private static bool HasVlan(Interface card) => (card.Actual?.Vlan ?? card.Vlan) is { Tags.Count: > 0 };

    private static bool TakesVlan(InterfaceType type, MacvtapMode mode, VirtualPortType? port) =>
        type == InterfaceType.Hostdev
        || (type == InterfaceType.Direct && mode == MacvtapMode.Passthrough)
        || (type == InterfaceType.Bridge && port == VirtualPortType.Openvswitch);

    private static bool IsOnBridge(InterfaceType type) => type is InterfaceType.Bridge or InterfaceType.Network;
}
