namespace Lodge.Model.Domain;

/// <summary>A CPU described outside a domain: a host's, with its architecture, or a guest's.</summary>
/// <param name="Architecture">The host's architecture; null for a guest's CPU.</param>
/// <param name="Cpu">The CPU; a host's has the features that it names, whatever their policy says.</param>
public sealed record StandaloneCpu(string? Architecture, Cpu Cpu)
{
    /// <summary>Whether it describes a host.</summary>
    public bool IsHost => Architecture is not null;
}
