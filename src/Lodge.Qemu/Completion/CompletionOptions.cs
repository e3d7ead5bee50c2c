namespace Lodge.Qemu.Completion;

/// <summary>What the daemon's own set-up adds to a definition.</summary>
public sealed record CompletionOptions
{
    /// <summary>Finds the usual QEMU for an architecture; null where there is none.</summary>
    public Func<string, string?> FindEmulator { get; init; } = architecture =>
        "/usr/bin/qemu-system-" + (architecture == "i686" ? "i386" : architecture);

    /// <summary>The folder of the guests' variable stores.</summary>
    public string NvramFolder { get; init; } = "/var/lib/libvirt/qemu/nvram";

    /// <summary>The host's architecture, for definitions that name none.</summary>
    public string HostArchitecture { get; init; } = "x86_64";

    /// <summary>The host's first security model, for labels that name none.</summary>
    public string SecurityModel { get; init; } = "none";

    /// <summary>Whether the definition is of a running guest, where nothing is made up any more.</summary>
    public bool Live { get; init; }

    /// <summary>Whether what cannot work is refused.</summary>
    public bool Validate { get; init; } = true;

    /// <summary>Whether the guest may still be changed visibly (a new definition).</summary>
    public bool AbiUpdate { get; init; } = true;
}
