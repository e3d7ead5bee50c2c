using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Memory;

/// <summary>How much memory the guest has, and what it is made of.</summary>
internal static class MemoryOptions
{
    private const ulong KibPerMib = 1024;

    public static void Add(CommandLineWriter writer)
    {
        var definition = writer.Definition;
        var initial = definition.InitialMemory;
        writer.Command.Add("-m", definition.HasMemoryHotplug
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"size={initial}k,slots={definition.MemorySlots},maxmem={definition.MaximumMemory}k")
            : (initial / KibPerMib).ToString(CultureInfo.InvariantCulture));
        var ramId = DefaultRamId(writer.Scope);
        if (!HasNuma(definition))
        {
            if (ramId is null) AddOldStyle(writer);
            else AddBackend(writer, SystemMemory(ramId, initial));
        }

        writer.Command.Add("-overcommit", "mem-lock=" + (definition.MemoryBacking.Locked ? "on" : "off"));
    }

    /// <summary>The id that the machine's main memory must have; null where the machine does not say.</summary>
    public static string? DefaultRamId(GuestScope scope) =>
        scope.Definition.Os.Machine is { } machine ? scope.Capabilities.Machine(machine)?.DefaultRamId : null;

    /// <summary>Whether the guest's memory is divided in NUMA nodes.</summary>
    public static bool HasNuma(DomainDefinition definition) => definition.Numa?.Cells.Count > 0;

    /// <summary>Adds a back end, and the threads that take its memory.</summary>
    public static void AddBackend(CommandLineWriter writer, MemoryRequest request)
    {
        var backend = MemoryBackend.Of(request, writer.Scope).Properties;
        if (ThreadContexts.For(backend, writer.Capabilities) is { } threads) writer.AddObject(threads);
        writer.AddObject(backend);
    }

    /// <summary>For machines that do not say what their main memory is called.</summary>
    public static void AddOldStyle(CommandLineWriter writer)
    {
        var definition = writer.Definition;
        var pages = HugePageChoice.Of(SystemMemory("ram", 0), definition, writer.Settings);
        var isFile = definition.MemoryBacking.Source == MemorySource.File;
        var shortName = GuestDirectories.ShortName(definition.Id, definition.Name);
        if (MemoryBackend.IsAllocatedAtOnce(null, pages, definition)) writer.Command.Add("-mem-prealloc");
        if (pages.IsUsed)
        {
            writer.Command.Add("-mem-path", pages.Directory(writer.Settings, shortName));
        }
        else if (isFile)
        {
            writer.Command.Add(
                "-mem-path", Path.Combine(writer.Settings.MemoryBackingDirectory, shortName, "ram"));
        }
    }

    private static MemoryRequest SystemMemory(string id, ulong size) =>
        new() { Id = id, Alias = id, Size = size, IsSystemMemory = true };
}
