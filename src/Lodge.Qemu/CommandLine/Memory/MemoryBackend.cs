using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine.Memory;

/// <summary>What a piece of the guest's memory is made of on the host.</summary>
/// <param name="Properties">QEMU's object.</param>
/// <param name="IsNeeded">Whether the piece must have an object of its own, rather than just a size.</param>
internal sealed record MemoryBackend(QemuProperties Properties, bool IsNeeded)
{
    private const ulong BytesPerKib = 1024;

    public static MemoryBackend Of(MemoryRequest request, GuestScope scope)
    {
        var definition = scope.Definition;
        var module = request.Module;
        var isEnclave = module?.Model == MemoryModel.SgxEpc;
        var path = module?.Path;
        var pages = HugePageChoice.Of(request, definition, scope.Context.Settings);
        var access = Access(request, definition);
        var source = definition.MemoryBacking.Source;
        var isMemfd = !isEnclave && path is null && source == MemorySource.Memfd;
        var isFile = !isEnclave && !isMemfd
            && (pages.IsUsed || path is not null || access != MemoryAccess.Default || source == MemorySource.File);

        var properties = QemuProperties.Object(Type(isEnclave, isMemfd, isFile), request.Id);
        if (isMemfd && pages.IsUsed)
        {
            properties.Add("hugetlb", (bool?)true).Add("hugetlbsize", (ulong?)(pages.PageSize * BytesPerKib));
        }

        if (isFile)
        {
            properties.Add("mem-path", path ?? FilePath(request, pages, scope));
            if (path is null) properties.Add("discard-data", Discard(request, definition));
        }

        if (isMemfd || isFile)
        {
            properties.Add("share", access == MemoryAccess.Default ? null : access == MemoryAccess.Shared);

            // A guest's main memory must keep the name that older QEMUs gave it, or it cannot migrate.
            if (request.IsSystemMemory && scope.Capabilities.Has(QemuCapability.XUseCanonicalPathForRamblockId))
            {
                properties.Add("x-use-canonical-path-for-ramblock-id", (bool?)false);
            }
        }

        AddAllocation(properties, module, pages, isEnclave, scope);
        properties
            .Add("size", (ulong?)(request.Size * BytesPerKib))
            .AddNonZero("align", module?.AlignSize * BytesPerKib);
        if (module?.Pmem == true) AddPmem(properties, scope);
        var isBound = MemoryBinding.Add(properties, request, scope);
        var isNeeded = pages.IsNeeded || isBound || path is not null || access != MemoryAccess.Default
            || source is MemorySource.File or MemorySource.Memfd;
        return new(properties, isNeeded);
    }

    private static string Type(bool isEnclave, bool isMemfd, bool isFile) =>
        isEnclave ? "memory-backend-epc"
        : isMemfd ? "memory-backend-memfd"
        : isFile ? "memory-backend-file"
        : "memory-backend-ram";

    private static MemoryAccess Access(MemoryRequest request, DomainDefinition definition)
    {
        if (request.Module is { Access: not MemoryAccess.Default } module) return module.Access;
        var cell = Cell(request, definition);
        return cell is { Access: not MemoryAccess.Default }
            ? cell.Access
            : definition.MemoryBacking.Access;
    }

    private static bool? Discard(MemoryRequest request, DomainDefinition definition) =>
        request.Module?.Discard
        ?? Cell(request, definition)?.Discard
        ?? (definition.MemoryBacking.Discard ? true : null);

    private static NumaCell? Cell(MemoryRequest request, DomainDefinition definition) =>
        request.Node >= 0 ? definition.Numa?.Cells.ElementAtOrDefault(request.Node) : null;

    private static string FilePath(MemoryRequest request, HugePageChoice pages, GuestScope scope)
    {
        var shortName = GuestDirectories.ShortName(scope.Definition.Id, scope.Definition.Name);
        return pages.IsUsed
            ? pages.Directory(scope.Context.Settings, shortName)
            : Path.Combine(scope.Context.Settings.MemoryBackingDirectory, shortName, request.Alias);
    }

    private static void AddAllocation(
        QemuProperties properties, MemoryDevice? module, HugePageChoice pages, bool isEnclave, GuestScope scope)
    {
        if (module?.Model == MemoryModel.VirtioMem)
        {
            if (scope.Capabilities.Has(QemuCapability.MemoryBackendReserve)) properties.Add("reserve", (bool?)false);
            return;
        }

        properties
            .AddIfOn("prealloc", isEnclave || IsAllocatedAtOnce(module, pages, scope.Definition))
            .AddNonZero("prealloc-threads", scope.Definition.MemoryBacking.AllocationThreads);
    }

    /// <summary>Whether all of it is taken from the host before the guest runs.</summary>
    public static bool IsAllocatedAtOnce(MemoryDevice? module, HugePageChoice pages, DomainDefinition definition)
    {
        var isAskedFor = definition.MemoryBacking.Allocation == MemoryAllocation.Immediate;
        if (module?.Path is null) return isAskedFor || pages.IsUsed;

        // Touching a device of persistent memory would only wear it.
        return isAskedFor || (!module.Pmem && module.Model != MemoryModel.VirtioPmem);
    }

    private static void AddPmem(QemuProperties properties, GuestScope scope)
    {
        if (!scope.Capabilities.Has(QemuCapability.ObjectMemoryFilePmem))
        {
            throw ConfigurationError.Unsupported("nvdimm pmem property is not available with this QEMU binary");
        }

        properties.Add("pmem", (bool?)true);
    }
}
