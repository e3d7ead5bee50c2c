namespace Lodge.Qemu.Probing;

/// <summary>Which QEMU is meant, and for which guests; null takes the default.</summary>
/// <param name="Emulator">The program.</param>
/// <param name="Architecture">The guests' architecture.</param>
/// <param name="Machine">Their machine type, by name or alias.</param>
/// <param name="DomainType">Their type: <c>qemu</c>, <c>kvm</c>.</param>
public readonly record struct HypervisorChoice(
    string? Emulator, string? Architecture, string? Machine, string? DomainType);
