using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Memory;

/// <summary>Which pages of the host a piece of memory is made of.</summary>
/// <param name="PageSize">KiB; 0 for ordinary pages.</param>
/// <param name="IsNeeded">Whether the piece itself asks for huge pages, so that it needs a back end of its own.</param>
/// <param name="IsUsed">Whether it gets huge pages, by its own wish or the whole guest's.</param>
internal sealed record HugePageChoice(ulong PageSize, bool IsNeeded, bool IsUsed)
{
    public static HugePageChoice Of(MemoryRequest request, DomainDefinition definition, QemuSettings settings)
    {
        if (request.Module is { PageSize: > 0 } module) return Resolve(module.PageSize, true, true, settings);
        HugePage? master = null;
        foreach (var page in Pages(definition))
        {
            if (page.Nodes is null)
            {
                master = page;
            }
            else if (request.Node >= 0 && page.Nodes.Contains(request.Node))
            {
                return Resolve(page.Size, true, true, settings);
            }
        }

        return master is null ? new(0, false, false) : Resolve(master.Size, false, true, settings);
    }

    /// <summary>The folder of the host's file system that holds pages of a size for one guest.</summary>
    public string Directory(QemuSettings settings, string shortName)
    {
        var mount = settings.HugePageMounts.FirstOrDefault(one => one.PageSize == PageSize)
            ?? throw ConfigurationError.Internal($"Unable to find any usable hugetlbfs mount for {PageSize} KiB");
        return Path.Combine(mount.Directory, "libvirt", "qemu", shortName);
    }

    /// <summary>The sizes that the guest asks for; where it asks without a size, the host's usual one.</summary>
    public static IReadOnlyList<HugePage> Pages(DomainDefinition definition)
    {
        var backing = definition.MemoryBacking;
        return backing is { UsesHugePages: true, HugePages.Count: 0 } ? [new HugePage()] : backing.HugePages;
    }

    private static HugePageChoice Resolve(ulong size, bool isNeeded, bool isUsed, QemuSettings settings)
    {
        if (size == (ulong)Environment.SystemPageSize / 1024) return new(0, false, false);
        if (size != 0) return new(size, isNeeded, isUsed);
        if (settings.HugePageMounts.Count == 0)
        {
            throw ConfigurationError.Internal(
                "hugetlbfs filesystem is not mounted or disabled by administrator config");
        }

        var usual = settings.HugePageMounts.FirstOrDefault(mount => mount.IsDefault) ?? settings.HugePageMounts[0];
        return new(usual.PageSize, isNeeded, isUsed);
    }
}
