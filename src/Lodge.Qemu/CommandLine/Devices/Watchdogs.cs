using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The device that acts when the guest stops answering it.</summary>
internal static class Watchdogs
{
    public static void Add(CommandLineWriter writer)
    {
        if (writer.Definition.Watchdog is not { } watchdog) return;
        writer.AddDevice(Properties(watchdog, writer.Scope));
        writer.Command.Add("-watchdog-action", Action(watchdog));
    }

    public static QemuProperties Properties(Watchdog watchdog, GuestScope scope) =>
        QemuProperties.Device(watchdog.Model.ToXml()).Add("id", watchdog.Alias).AddAddress(watchdog, scope);

    /// <summary>What QEMU does when it strikes: for a dump it pauses, and the daemon dumps.</summary>
    public static string Action(Watchdog watchdog) =>
        (watchdog.Action == WatchdogAction.Dump ? WatchdogAction.Pause : watchdog.Action).ToXml();
}
