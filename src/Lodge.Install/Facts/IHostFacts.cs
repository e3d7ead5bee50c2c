namespace Lodge.Install.Facts;

/// <summary>What options need to know of the host that is to run the guest.</summary>
internal interface IHostFacts
{
    /// <summary>Model of the host's processor, as its capabilities name it; null where they name none.</summary>
    string? ProcessorModel { get; }

    /// <summary>Features of processors that guard guests from each other, of those that the host has.</summary>
    IReadOnlyList<string> ProtectingFeatures { get; }

    /// <summary>
    /// The mode of processor that suits guests best there (<c>host-passthrough</c>, <c>host-model</c>).
    /// </summary>
    string BestProcessorMode { get; }

    /// <summary>
    /// The network of a card that says nothing of it: type and source (<c>bridge</c> of the host's own, else the
    /// network <c>default</c>; <c>user</c> without a source for an ordinary user).
    /// </summary>
    (string Type, string? Source) DefaultNetwork { get; }
}
