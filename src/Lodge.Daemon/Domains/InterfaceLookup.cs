using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

/// <summary>Finds the interface that a client speaks of.</summary>
internal static class InterfaceLookup
{
    /// <summary>The interface of this MAC address or host device.</summary>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG where none is of it.</exception>
    public static Interface Find(DomainDefinition definition, string device)
    {
        var isAddress = MacAddress.TryParse(device, out var mac);
        return definition.Interfaces.FirstOrDefault(one => isAddress ? one.Mac == mac : one.TargetDevice == device)
            ?? throw DomainErrors.InvalidArgument($"'{device}' is not a known interface");
    }
}
