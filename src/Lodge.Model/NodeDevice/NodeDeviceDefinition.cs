namespace Lodge.Model.NodeDevice;

/// <summary>A device of the host (<c>&lt;device&gt;</c>).</summary>
/// <remarks>https://libvirt.org/formatnode.html.</remarks>
public sealed record NodeDeviceDefinition
{
    /// <summary>Its name among the host's devices: subsystem and kernel name, joined by underscores.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder below /sys; null where it is not plugged in.</summary>
    public string? Path { get; init; }

    /// <summary>Its node below /dev.</summary>
    public string? Node { get; init; }

    /// <summary>Links to its node.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The device it hangs on; null for the machine itself.</summary>
    public string? Parent { get; init; }

    /// <summary>The kernel's driver that has it.</summary>
    public string? Driver { get; init; }

    /// <summary>What it is and can do.</summary>
    public required NodeDeviceCapability Capability { get; init; }
}
