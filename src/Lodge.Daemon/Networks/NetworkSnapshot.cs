using System.Collections.Immutable;
using Lodge.Model.Networks;
using Lodge.Network.Running;
using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Networks;

/// <summary>All that is known of a network at one instant; never changed, so that readers never wait.</summary>
internal sealed record NetworkSnapshot
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its UUID.</summary>
    public required VirUuid Uuid { get; init; }

    /// <summary>The stored configuration; null for a transient network.</summary>
    public NetworkDefinition? Config { get; init; }

    /// <summary>The network as it runs; null for an inactive one.</summary>
    public NetworkDefinition? Live { get; init; }

    /// <summary>What runs on the host; null for an inactive one.</summary>
    public RunningNetwork? Running { get; init; }

    /// <summary>Whether the network starts with the daemon.</summary>
    public bool Autostart { get; init; }

    /// <summary>Where guests are connected.</summary>
    public ImmutableDictionary<Guid, NetworkPort> Ports { get; init; } = ImmutableDictionary<Guid, NetworkPort>.Empty;

    /// <summary>The bridge that a network which is just being made will have: nobody else may take it.</summary>
    public string? PendingBridge { get; init; }

    /// <summary>Whether it is more than a name that is just being taken.</summary>
    public bool Exists => Live is not null || Config is not null;

    /// <summary>Whether it runs.</summary>
    public bool IsActive => Live is not null;

    /// <summary>Whether it is there when it does not run.</summary>
    public bool IsPersistent => Config is not null;

    /// <summary>What it is now: as it runs, or as it is stored.</summary>
    public NetworkDefinition Definition => Live ?? Config!;

    /// <summary>The network as the wire names it.</summary>
    public RemoteNetwork Wire => new() { Name = Name, Uuid = Uuid };

    /// <summary>How many guests are connected by way of each link of the host.</summary>
    public Dictionary<string, int> InterfaceConnections() => Ports.Values
        .Select(port => port.Plug)
        .Where(plug => plug is { Type: PlugType.Direct, Device: not null })
        .GroupBy(plug => plug!.Device!)
        .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Its XML.</summary>
    /// <param name="inactive">Whether what is stored is wanted.</param>
    public string Xml(bool inactive) => NetworkXml.Format(
        inactive && Config is not null ? Config : Definition,
        new NetworkXmlFormatOptions
        {
            Inactive = inactive,
            Connections = Ports.Count,
            InterfaceConnections = InterfaceConnections(),
        });
}
