using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>What parsing itself refuses because it does not fit the way out that was chosen.</summary>
internal static class NetworkShape
{
    /// <exception cref="VirException">With libvirt's code and text.</exception>
    public static void Check(NetworkDefinition network)
    {
        var mode = network.Forward.Mode;
        switch (mode)
        {
            case ForwardMode.None:
                break;
            case ForwardMode.Nat or ForwardMode.Route or ForwardMode.Open:
                CheckRouted(network, mode);
                break;
            default:
                CheckOnHost(network, mode);
                break;
        }

        if (network.Mtu != 0 && !mode.HasOwnBridge())
        {
            throw NetworkError.Xml(
                "mtu size only allowed in open, route, nat, and isolated mode, "
                + $"not in {mode.ToXml()} (network '{network.Name}')");
        }
    }

    private static void CheckRouted(NetworkDefinition network, ForwardMode mode)
    {
        if (network.Ips.Count == 0)
        {
            throw NetworkError.Xml(
                $"{mode.ToXml()} forwarding requested, but no IP address provided for network '{network.Name}'");
        }

        if (network.Forward.Interfaces.Count > 1)
        {
            throw NetworkError.Xml(
                $"multiple forwarding interfaces specified for network '{network.Name}', only one is supported");
        }

        // An open network restricts nothing, so there is no one link to restrict it to.
        if (mode == ForwardMode.Open && network.Forward.Interfaces.Count > 0)
        {
            throw NetworkError.Xml(
                $"forward dev not allowed for network '{network.Name}' with forward mode='{mode.ToXml()}'");
        }
    }

    private static void CheckOnHost(NetworkDefinition network, ForwardMode mode)
    {
        var bridge = network.Bridge;
        if (mode != ForwardMode.Bridge)
        {
            Refuse(bridge.Name is not null, "bridge name");
            Refuse(bridge.Zone is not null, "bridge zone");
            Refuse(bridge.MacTableOwner != default, "bridge macTableManager setting");
        }

        if (bridge.Delay != 0 || bridge.IsStpGiven || bridge.Zone is not null)
        {
            throw NetworkError.Xml(
                "bridge delay/stp/zone options only allowed in route, nat, and isolated mode, "
                + $"not in {mode.ToXml()} (network '{network.Name}')");
        }

        if (bridge.Name is not null
            && (network.Forward.Interfaces.Count > 0 || network.Forward.PhysicalFunction is not null))
        {
            throw NetworkError.Xml(
                $"A network with forward mode='{mode.ToXml()}' can specify a bridge name or a forward dev, "
                + $"but not both (network '{network.Name}')");
        }

        void Refuse(bool isThere, string what)
        {
            if (isThere)
            {
                throw NetworkError.Xml($"{what} not allowed in {mode.ToXml()} mode (network '{network.Name}')");
            }
        }
    }
}
