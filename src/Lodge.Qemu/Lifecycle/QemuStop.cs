namespace Lodge.Qemu.Lifecycle;

/// <summary>How far to go to stop a QEMU.</summary>
public enum QemuStop
{
    /// <summary>Ask, then ask by signal, then kill: it is gone in the end.</summary>
    Destroy,

    /// <summary>
    /// Ask, then ask by signal; never kill, so that no write of the guest is lost (<c>VIR_DOMAIN_DESTROY_GRACEFUL</c>).
    /// </summary>
    Graceful,
}
