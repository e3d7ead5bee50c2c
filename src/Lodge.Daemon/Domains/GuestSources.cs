using Lodge.Daemon.Config;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Secrets;

namespace Lodge.Daemon.Domains;

/// <summary>The other objects of the daemon that guests stand on.</summary>
internal sealed record GuestSources
{
    /// <summary>What the administrator set for all guests.</summary>
    public QemuConfiguration Settings { get; init; } = new();

    /// <summary>Whom guests run as, and which files they reach.</summary>
    public GuestConfinement Confinement { get; init; } = GuestConfinement.None;

    /// <summary>Where passphrases are kept.</summary>
    public ISecretStore Secrets { get; init; } = new EmptySecretStore();

    /// <summary>What a virtual network gives to an interface.</summary>
    public INetworkResolver Networks { get; init; } = new EmptyNetworkResolver();

    /// <summary>Where a pool's volume lies.</summary>
    public IVolumeResolver Volumes { get; init; } = new EmptyVolumeResolver();

    /// <summary>What lies below an image.</summary>
    public IBackingChainReader Chains { get; init; } = new UnreadChains();

    /// <summary>What a guest's link on the host is held to.</summary>
    public ILinkPolicy Links { get; init; } = new OpenLinkPolicy();
}
