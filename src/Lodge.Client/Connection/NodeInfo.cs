namespace Lodge.Client;

/// <summary>What the host has (libvirt's <c>virNodeInfo</c>).</summary>
/// <param name="Model">The kind of its processors.</param>
/// <param name="Memory">Its memory, in KiB.</param>
/// <param name="Cpus">How many processors run.</param>
/// <param name="Mhz">Their speed.</param>
/// <param name="Nodes">How many NUMA cells there are; 1 where the host does not tell.</param>
/// <param name="Sockets">Sockets in a cell.</param>
/// <param name="Cores">Cores in a socket.</param>
/// <param name="Threads">Threads in a core.</param>
public readonly record struct NodeInfo(
    string Model, ulong Memory, int Cpus, int Mhz, int Nodes, int Sockets, int Cores, int Threads);

/// <summary>How the host confines guests (libvirt's <c>virSecurityModel</c>).</summary>
/// <param name="Model">The name of the model, or an empty text.</param>
/// <param name="Doi">Its domain of interpretation.</param>
public readonly record struct SecurityModel(string Model, string Doi);

/// <summary>What one guest counts, out of a bulk query (libvirt's <c>virDomainStatsRecord</c>).</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Parameters">Its counters.</param>
public sealed record DomainStats(Domain Domain, Lodge.Protocol.Remote.TypedParameter[] Parameters);
