namespace Lodge.QemuStart;

/// <summary>The machine that is started: a PC without anything, under TCG.</summary>
internal static class Machine
{
    public const string Emulator = "/usr/bin/qemu-system-x86_64";

    public static IReadOnlyList<string> Arguments { get; } =
    [
        "-machine", "pc,accel=tcg", "-nodefaults", "-no-user-config", "-display", "none", "-m", "128", "-S",
        "-mon", "chardev=charmonitor,id=monitor,mode=control",
    ];
}
