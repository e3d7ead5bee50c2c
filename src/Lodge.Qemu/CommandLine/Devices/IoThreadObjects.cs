using System.Globalization;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Threads that serve disks apart from QEMU's main one.</summary>
internal static class IoThreadObjects
{
    /// <summary>The id of a thread's object; null for none.</summary>
    public static string? Alias(uint number) =>
        number == 0 ? null : "iothread" + number.ToString(CultureInfo.InvariantCulture);

    public static void Add(CommandLineWriter writer)
    {
        foreach (var thread in writer.Definition.IoThreads.Threads)
        {
            writer.AddObject(QemuProperties.Object("iothread", Alias(thread.Id)!)
                .Add("thread-pool-min", thread.PoolMinimum)
                .Add("thread-pool-max", thread.PoolMaximum));
        }

        if (writer.Definition.IoThreads.Default is { } main)
        {
            writer.AddObject(QemuProperties.Object("main-loop", "main-loop")
                .Add("thread-pool-min", main.PoolMinimum)
                .Add("thread-pool-max", main.PoolMaximum));
        }
    }
}
