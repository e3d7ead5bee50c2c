using Lodge.Model.Xml;
using Lodge.Protocol.Constants;
using static Lodge.Protocol.Constants.VirNetworkUpdateCommand;

namespace Lodge.Model.Networks;

public static partial class NetworkUpdate
{
    private static NetworkDefinition Interfaces(
        NetworkDefinition network, VirNetworkUpdateCommand command, Element element, Func<string, int> connections)
    {
        CheckName(network, element, "interface");
        if (command == VIR_NETWORK_UPDATE_COMMAND_MODIFY) throw CannotModify("forward interface entries");
        var device = element.Attribute("dev")
            ?? throw NetworkError.Xml("missing dev attribute in <interface> element");
        var list = network.Forward.Interfaces;
        var existing = IndexOf(list, item => item.Device == device);
        if (IsAdding(command))
        {
            return existing < 0 ? Changed(With(list, new ForwardInterface(device), command))
                : throw NetworkError.Invalid(
                    $"there is an existing interface entry in network '{network.Name}' that matches "
                    + $"\"<interface dev='{device}'>\"");
        }

        if (command != VIR_NETWORK_UPDATE_COMMAND_DELETE) throw Unknown(command);
        if (existing < 0)
        {
            throw NetworkError.Invalid(
                $"couldn't find an interface entry in network '{network.Name}' matching <interface dev='{device}'>");
        }

        return connections(device) is > 0 and var users
            ? throw NetworkError.Invalid(
                $"unable to delete interface '{device}' in network '{network.Name}'. "
                + $"It is currently being used  by {users} domains.")
            : Changed(Without(list, existing));

        NetworkDefinition Changed(List<ForwardInterface> next) =>
            network with { Forward = network.Forward with { Interfaces = next } };
    }

    private static NetworkDefinition PortGroups(
        NetworkDefinition network, VirNetworkUpdateCommand command, Element element)
    {
        CheckName(network, element, "portgroup");
        var group = PortGroup.Parse(element);
        var groups = network.PortGroups;
        var existing = IndexOf(groups, other => other.Name == group.Name);
        var standard = IndexOf(groups, other => other.IsDefault);
        if (existing < 0 && command is (VIR_NETWORK_UPDATE_COMMAND_MODIFY or VIR_NETWORK_UPDATE_COMMAND_DELETE))
        {
            throw NetworkError.Invalid(
                $"couldn't find a portgroup entry in network '{network.Name}' matching <portgroup "
                    + $"name='{group.Name}'>");
        }

        if (existing >= 0 && IsAdding(command))
        {
            throw NetworkError.Invalid(
                $"there is an existing portgroup entry in network '{network.Name}' that matches "
                + $"\"<portgroup name='{group.Name}'>\"");
        }

        if (command != VIR_NETWORK_UPDATE_COMMAND_DELETE && group.IsDefault && standard >= 0 && standard != existing)
        {
            throw NetworkError.Invalid(
                $"a different portgroup entry in network '{network.Name}' is already set as the default. "
                + "Only one default is allowed.");
        }

        return network with
        {
            PortGroups = command switch
            {
                VIR_NETWORK_UPDATE_COMMAND_MODIFY => Replaced(groups, existing, group),
                VIR_NETWORK_UPDATE_COMMAND_DELETE => Without(groups, existing),
                _ when IsAdding(command) => With(groups, group, command),
                _ => throw Unknown(command),
            },
        };
    }
}
