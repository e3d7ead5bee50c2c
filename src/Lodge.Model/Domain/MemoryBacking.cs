using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How guest memory is backed on the host (<c>&lt;memoryBacking&gt;</c>).</summary>
public sealed class MemoryBacking
{
    /// <summary>Sizes of huge pages, by guest node.</summary>
    public List<HugePage> HugePages { get; } = [];

    /// <summary>Whether huge pages are used, of the usual size where none is given.</summary>
    public bool UsesHugePages { get; set; }

    /// <summary>Whether equal pages are not merged.</summary>
    public bool NoSharePages { get; set; }

    /// <summary>Whether it is never swapped out.</summary>
    public bool Locked { get; set; }

    /// <summary>What backs it.</summary>
    public MemorySource Source { get; set; }

    /// <summary>Whether other processes share it.</summary>
    public MemoryAccess Access { get; set; }

    /// <summary>When it is taken.</summary>
    public MemoryAllocation Allocation { get; set; }

    /// <summary>Threads that take it; 0 for QEMU's own number.</summary>
    public uint AllocationThreads { get; set; }

    /// <summary>Whether its content is dropped when the guest ends.</summary>
    public bool Discard { get; set; }

    internal static MemoryBacking Parse(Element? element)
    {
        var backing = new MemoryBacking();
        if (element is null)
        {
            return backing;
        }

        backing.Source = Chosen(element, "source", "type", MemorySourceNames.Table);
        backing.Access = Chosen(element, "access", "mode", MemoryAccessNames.Table);
        backing.Allocation = Chosen(element, "allocation", "mode", MemoryAllocationNames.Table);
        if (element.ChildAttribute("allocation", "threads") is { } text)
        {
            backing.AllocationThreads = Numbers.TryUInt(text, 10, out var threads)
                ? threads
                : throw XmlError.Domain("Failed to parse memory allocation threads");
        }

        if (element.Child("hugepages") is { } pages)
        {
            backing.UsesHugePages = true;
            foreach (var page in pages.All("page"))
            {
                backing.HugePages.Add(HugePage.Parse(page));
            }
        }

        backing.NoSharePages = element.Has("nosharepages");
        backing.Locked = element.Has("locked");
        backing.Discard = element.Has("discard");
        return backing;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("memoryBacking");
        if (UsesHugePages)
        {
            output.Start("hugepages");
            HugePages.ForEach(page => page.Format(output));
            output.End();
        }

        output.Flag("nosharepages", NoSharePages).Flag("locked", Locked);
        output.Start("source").Named("type", Source, MemorySourceNames.Table).EndUnlessEmpty();
        output.Start("access").Named("mode", Access, MemoryAccessNames.Table).EndUnlessEmpty();
        output.Start("allocation").Named("mode", Allocation, MemoryAllocationNames.Table)
            .AttributeUnlessZero("threads", AllocationThreads).EndUnlessEmpty();
        output.Flag("discard", Discard).EndUnlessEmpty();
    }

    private static T Chosen<T>(Element element, string child, string attribute, XmlNames<T> names)
        where T : struct, Enum
    {
        if (element.ChildAttribute(child, attribute) is not { } word)
        {
            return default;
        }

        return names.TryParse(word, out var value) && !XmlNames<T>.IsFirst(value)
            ? value
            : throw XmlError.Unsupported($"unknown memoryBacking/{child}/{attribute} '{word}'");
    }
}
