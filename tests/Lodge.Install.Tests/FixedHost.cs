using Lodge.Install.Facts;

namespace Lodge.Install.Tests;

/// <summary>A host that is always the same.</summary>
internal sealed class FixedHost : IHostFacts
{
    public string? ProcessorModel { get; init; } = "Opteron_G4";

    public IReadOnlyList<string> ProtectingFeatures { get; init; } = [];

    public string BestProcessorMode { get; init; } = "host-passthrough";

    public (string Type, string? Source) DefaultNetwork { get; init; } = ("network", "default");
}
