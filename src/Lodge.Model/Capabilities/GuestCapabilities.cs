namespace Lodge.Model.Capabilities;

/// <summary>Guests of one architecture that can be run.</summary>
public sealed record GuestCapabilities
{
    /// <summary>The architecture: <c>i686</c> or <c>x86_64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Bits of a word: 32 or 64.</summary>
    public required int WordSize { get; init; }

    /// <summary>The program that runs them.</summary>
    public required string Emulator { get; init; }

    /// <summary>The machines they can have.</summary>
    public required IReadOnlyList<CapabilitiesMachine> Machines { get; init; }

    /// <summary>The types of domain: <c>qemu</c>, <c>kvm</c>.</summary>
    public required IReadOnlyList<string> DomainTypes { get; init; }

    /// <summary>What they can have or do without.</summary>
    public required IReadOnlyList<CapabilitiesFeature> Features { get; init; }
}

/// <summary>A machine type.</summary>
/// <param name="Name">Its name or alias.</param>
/// <param name="Canonical">For an alias, the name it stands for.</param>
/// <param name="MaxCpus">The most vCPUs.</param>
/// <param name="IsDeprecated">Whether it will go away.</param>
public sealed record CapabilitiesMachine(string Name, string? Canonical, int MaxCpus, bool IsDeprecated);

/// <summary>Something guests can have.</summary>
/// <param name="Name">For example <c>acpi</c>.</param>
/// <param name="IsDefault">Whether they have it where nothing is said; null where that does not apply.</param>
/// <param name="IsToggle">Whether they can do without; null where that does not apply.</param>
public sealed record CapabilitiesFeature(string Name, bool? IsDefault = null, bool? IsToggle = null);
