using Lodge.Daemon;
using Lodge.Qemu.Launcher;

// The launcher replaces itself with QEMU: nothing of the daemon may have begun.
return LauncherProgram.IsAskedFor(args) ? LauncherProgram.Run(args) : await LodgedProgram.RunAsync(args);
