using System.Text.Json.Serialization;

namespace Lodge.Network.Leases;

/// <summary>Reads and writes lease files without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<DhcpLease>))]
internal sealed partial class LeaseJson : JsonSerializerContext;
