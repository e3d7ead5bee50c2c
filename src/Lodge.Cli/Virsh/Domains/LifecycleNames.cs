namespace Lodge.Cli.Virsh.Domains;

/// <summary>What can happen to a guest, and what is done then; each stands at the place of its number.</summary>
internal static class LifecycleNames
{
    internal static readonly string[] Types = ["poweroff", "reboot", "crash"];

    internal static readonly string[] Actions =
    [
        "destroy", "restart", "rename-restart", "preserve", "coredump-destroy", "coredump-restart",
    ];
}
