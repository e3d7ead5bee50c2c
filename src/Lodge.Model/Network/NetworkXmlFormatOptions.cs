namespace Lodge.Model.Networks;

/// <summary>How a network is written.</summary>
public sealed record NetworkXmlFormatOptions
{
    /// <summary>What is stored: nothing that only a running network has.</summary>
    public static NetworkXmlFormatOptions Stored { get; } = new() { Inactive = true };

    /// <summary>Leave out what only a running network has.</summary>
    public bool Inactive { get; init; }

    /// <summary>How many guests are connected.</summary>
    public int Connections { get; init; }

    /// <summary>How many guests are connected by way of each link of the host.</summary>
    public IReadOnlyDictionary<string, int> InterfaceConnections { get; init; } = new Dictionary<string, int>();

    internal int ConnectionsOf(string device) => InterfaceConnections.GetValueOrDefault(device);
}
