using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Networks;

namespace Lodge.Network.Bridges;

/// <summary>Gives a network's bridge the name and hardware address that nobody chose.</summary>
public static class BridgeNames
{
    private const int Highest = 256;
    private const string Template = "virbr%d";

    /// <summary>Fills in what a network with a bridge of its own needs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="isTaken">Whether another network has a bridge of that name.</param>
    /// <param name="isThere">Whether the host has a link of that name.</param>
    /// <exception cref="Protocol.Errors.VirException">The name is another network's
    /// (<c>VIR_ERR_INTERNAL_ERROR</c>).</exception>
    public static NetworkDefinition Complete(
        NetworkDefinition network, Func<string, bool> isTaken, Func<string, bool> isThere)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(isTaken);
        ArgumentNullException.ThrowIfNull(isThere);
        if (!network.Forward.Mode.HasOwnBridge()) return network;
        var name = network.Bridge.Name;
        if (name is null || name.Contains("%d", StringComparison.Ordinal))
        {
            name = Find(name, candidate => isTaken(candidate) || isThere(candidate));
        }
        else if (isTaken(name))
        {
            throw NetworkFailure.Internal($"bridge name '{name}' already in use.");
        }

        return network with
        {
            Bridge = network.Bridge with { Name = name },
            Mac = network.Mac ?? MacAddress.Generate(),
        };
    }

    private static string Find(string? template, Func<string, bool> isUsed)
    {
        // A second percent sign would leave one in the name.
        var pattern = template is not null && template.Count(c => c == '%') == 1 ? template : Template;
        for (var number = 0; number <= Highest; number++)
        {
            var name = pattern.Replace(
                "%d", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (!isUsed(name)) return name;
        }

        throw NetworkFailure.Internal($"Bridge generation exceeded max id {Highest}");
    }
}
