using Lodge.Qemu.CommandLine;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>A guest whose part of the host is made, and whose QEMU is only to be started.</summary>
/// <param name="Context">What its command line was made with.</param>
/// <param name="Command">Its command line.</param>
internal sealed record PreparedGuest(CommandLineContext Context, QemuCommand Command);
