using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine.Memory;

/// <summary>
/// Threads that take memory where it lies: an object beside each back end that is bound and taken at once.
/// </summary>
internal static class ThreadContexts
{
    /// <summary>The object, with the back end told of it; null where there is no need.</summary>
    public static QemuProperties? For(QemuProperties backend, QemuCapabilities capabilities)
    {
        if (!capabilities.Has(QemuCapability.ThreadContext)) return null;
        if (backend.Find("host-nodes") is not { } nodes || backend.Find("prealloc") is not { IsOn: true }) return null;
        var id = "tc-" + backend.FindText("id");
        backend.Add("prealloc-context", id);
        return QemuProperties.Object("thread-context", id).AddValue("node-affinity", nodes);
    }
}
