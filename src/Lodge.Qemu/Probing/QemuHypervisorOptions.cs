using Lodge.Model.Capabilities;

namespace Lodge.Qemu.Probing;

/// <summary>How QEMU is found and what it may use.</summary>
public sealed record QemuHypervisorOptions
{
    /// <summary>The folder that keeps what binaries answered.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Tells whether KVM really runs guests on this host.</summary>
    public required Func<bool> IsKvmUsable { get; init; }

    /// <summary>The user that guests run as.</summary>
    public uint Uid { get; init; }

    /// <summary>The group that guests run as.</summary>
    public uint Gid { get; init; }

    /// <summary>How guests are kept apart, as the host's capabilities show it; null for by owners alone.</summary>
    public IReadOnlyList<CapabilitiesSecurityModel>? SecurityModels { get; init; }

    /// <summary>Whether we are root, so that guests can run as another user.</summary>
    public bool IsPrivileged { get; init; } = true;

    /// <summary>
    /// Called when much was read that will not be read again: a QEMU was asked, or the map of processors read.
    /// </summary>
    public Action Learned { get; init; } = static () => { };
}
