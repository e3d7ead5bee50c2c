using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Memory;

/// <summary>A piece of the guest's memory that needs a back end: all of it, a NUMA node's part, or a module.</summary>
internal sealed record MemoryRequest
{
    /// <summary>The id of the back end.</summary>
    public required string Id { get; init; }

    /// <summary>The name by which files of the host that hold it are called.</summary>
    public required string Alias { get; init; }

    /// <summary>KiB.</summary>
    public required ulong Size { get; init; }

    /// <summary>The guest's NUMA node; -1 for none.</summary>
    public int Node { get; init; } = -1;

    /// <summary>Whether it is the guest's main memory, all in one.</summary>
    public bool IsSystemMemory { get; init; }

    /// <summary>The module, where it is one.</summary>
    public MemoryDevice? Module { get; init; }

    /// <summary>The request of a module.</summary>
    public static MemoryRequest Of(MemoryDevice module) => new()
    {
        Id = "mem" + module.Alias,
        Alias = module.Alias!,
        Size = module.Size,
        Node = module.TargetNode,
        Module = module,
    };
}
