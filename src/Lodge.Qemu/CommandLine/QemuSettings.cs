namespace Lodge.Qemu.CommandLine;

/// <summary>
/// What the host's administrator decided for all guests (libvirt's <c>qemu.conf</c>, its names and defaults).
/// </summary>
public sealed record QemuSettings
{
    /// <summary>Where VNC listens unless the guest says otherwise (<c>vnc_listen</c>).</summary>
    public string VncListen { get; init; } = "127.0.0.1";

    /// <summary>
    /// Whether VNC listens on a Unix socket unless the guest says otherwise (<c>vnc_auto_unix_socket</c>).
    /// </summary>
    public bool VncAutoUnixSocket { get; init; }

    /// <summary>A password for every VNC display (<c>vnc_password</c>), or null.</summary>
    public string? VncPassword { get; init; }

    /// <summary>The certificates of encrypted VNC (<c>vnc_tls</c>), or null for plain VNC.</summary>
    public TlsSettings? VncTls { get; init; }

    /// <summary>Whether VNC clients authenticate by SASL (<c>vnc_sasl</c>).</summary>
    public bool VncSasl { get; init; }

    /// <summary>Where SPICE listens unless the guest says otherwise (<c>spice_listen</c>).</summary>
    public string SpiceListen { get; init; } = "127.0.0.1";

    /// <summary>
    /// Whether SPICE listens on a Unix socket unless the guest says otherwise (<c>spice_auto_unix_socket</c>).
    /// </summary>
    public bool SpiceAutoUnixSocket { get; init; }

    /// <summary>A password for every SPICE display (<c>spice_password</c>), or null.</summary>
    public string? SpicePassword { get; init; }

    /// <summary>The certificates of encrypted SPICE (<c>spice_tls</c>), or null for plain SPICE.</summary>
    public TlsSettings? SpiceTls { get; init; }

    /// <summary>Whether SPICE clients authenticate by SASL (<c>spice_sasl</c>).</summary>
    public bool SpiceSasl { get; init; }

    /// <summary>
    /// The certificates of encrypted character devices; used where <see cref="CharacterTlsDefault"/> or a device
    /// asks.
    /// </summary>
    public TlsSettings CharacterTls { get; init; } = new("/etc/pki/qemu");

    /// <summary>
    /// Whether character devices over TCP are encrypted unless one says otherwise (<c>chardev_tls</c>).
    /// </summary>
    public bool CharacterTlsDefault { get; init; }

    /// <summary>The certificates of encrypted NBD disks.</summary>
    public TlsSettings NbdTls { get; init; } = new("/etc/pki/qemu");

    /// <summary>Whether NBD disks are encrypted unless one says otherwise (<c>nbd_tls</c>).</summary>
    public bool NbdTlsDefault { get; init; }

    /// <summary>How much Gluster says (<c>gluster_debug_level</c>).</summary>
    public uint GlusterDebugLevel { get; init; } = 4;

    /// <summary>Whether a guest's memory goes into QEMU's core dumps (<c>dump_guest_core</c>).</summary>
    public bool DumpGuestCore { get; init; }

    /// <summary>Whether QEMU's process is named after the guest (<c>set_process_name</c>).</summary>
    public bool SetProcessName { get; init; }

    /// <summary>Whether QEMU filters its system calls (<c>seccomp_sandbox</c>).</summary>
    public bool SeccompSandbox { get; init; } = true;

    /// <summary>
    /// What QEMU does on deprecated requests (<c>deprecation_behavior</c>): none, omit, reject or crash.
    /// </summary>
    public string DeprecationBehavior { get; init; } = "none";

    /// <summary>Whether QEMU's log has times (<c>log_timestamp</c>).</summary>
    public bool LogTimestamp { get; init; } = true;

    /// <summary>The mounted huge page file systems (<c>hugetlbfs_mount</c>).</summary>
    public IReadOnlyList<HugePageMount> HugePageMounts { get; init; } = [];

    /// <summary>Where memory backed by plain files lives (<c>memory_backing_dir</c>).</summary>
    public string MemoryBackingDirectory { get; init; } = "/var/lib/libvirt/qemu/ram";

    /// <summary>Whether the daemon runs as root: guests then get taps and bridges of the host.</summary>
    public bool IsPrivileged { get; init; } = true;
}
