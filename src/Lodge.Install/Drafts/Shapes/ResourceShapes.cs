namespace Lodge.Install.Drafts.Shapes;

/// <summary>Processors, memory and how they are shared out.</summary>
internal static class ResourceShapes
{
    /// <summary>The element <c>&lt;iothread&gt;</c>.</summary>
    public static DraftShape IoThreadId { get; } = new(
        "iothread",
        [
            "@id", "@thread_pool_min", "@thread_pool_max",
        ]);

    /// <summary>The element <c>&lt;defaultiothread&gt;</c>.</summary>
    public static DraftShape DefaultIoThread { get; } = new(
        "defaultiothread",
        [
            "*",
        ]);

    /// <summary>The element <c>&lt;vcpu&gt;</c>.</summary>
    public static DraftShape Vcpu { get; } = new(
        "vcpu",
        [
            "@id", "@enabled", "@hotpluggable", "@order",
        ]);

    /// <summary>The element <c>&lt;feature&gt;</c>.</summary>
    public static DraftShape CpuFeature { get; } = new(
        "feature",
        [
            "@policy", "@name",
        ]);

    /// <summary>The element <c>&lt;sibling&gt;</c>.</summary>
    public static DraftShape NumaSibling { get; } = new(
        "sibling",
        [
            "@id", "@value",
        ]);

    /// <summary>The element <c>&lt;cache&gt;</c>.</summary>
    public static DraftShape NumaCache { get; } = new(
        "cache",
        [
            "@level", "@associativity", "@policy", "size/@value", "size/@unit", "line/@value", "line/@unit",
        ]);

    /// <summary>The element <c>&lt;cell&gt;</c>.</summary>
    public static DraftShape NumaCell { get; } = new(
        "cell",
        [
            "@id", "@cpus", "@memory", "@unit", "@memAccess", "@discard", "distances/sibling[]", "cache[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["distances/sibling"] = NumaSibling,
            ["cache"] = NumaCache,
        },
    };

    /// <summary>The element <c>&lt;latency&gt;</c>.</summary>
    public static DraftShape NumaLatency { get; } = new(
        "latency",
        [
            "@initiator", "@target", "@cache", "@type", "@value", "@unit",
        ]);

    /// <summary>The element <c>&lt;bandwidth&gt;</c>.</summary>
    public static DraftShape NumaBandwidth { get; } = new(
        "bandwidth",
        [
            "@initiator", "@target", "@cache", "@type", "@value", "@unit",
        ]);

    /// <summary>The element <c>&lt;vcpupin&gt;</c>.</summary>
    public static DraftShape VcpuPin { get; } = new(
        "vcpupin",
        [
            "@vcpu", "@cpuset",
        ]);

    /// <summary>The element <c>&lt;iothreadpin&gt;</c>.</summary>
    public static DraftShape IoThreadPin { get; } = new(
        "iothreadpin",
        [
            "@iothread", "@cpuset",
        ]);

    /// <summary>The element <c>&lt;vcpusched&gt;</c>.</summary>
    public static DraftShape VcpuScheduler { get; } = new(
        "vcpusched",
        [
            "@vcpus", "@scheduler", "@priority",
        ]);

    /// <summary>The element <c>&lt;iothreadsched&gt;</c>.</summary>
    public static DraftShape IoThreadScheduler { get; } = new(
        "iothreadsched",
        [
            "@iothreads", "@scheduler", "@priority",
        ]);

    /// <summary>The element <c>&lt;cache&gt;</c>.</summary>
    public static DraftShape CacheTuneCache { get; } = new(
        "cache",
        [
            "@id", "@level", "@type", "@size", "@unit",
        ]);

    /// <summary>The element <c>&lt;monitor&gt;</c>.</summary>
    public static DraftShape CacheTuneMonitor { get; } = new(
        "monitor",
        [
            "@level", "@vcpus",
        ]);

    /// <summary>The element <c>&lt;cachetune&gt;</c>.</summary>
    public static DraftShape CacheTune { get; } = new(
        "cachetune",
        [
            "@vcpus", "cache[]", "monitor[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["cache"] = CacheTuneCache,
            ["monitor"] = CacheTuneMonitor,
        },
    };

    /// <summary>The element <c>&lt;node&gt;</c>.</summary>
    public static DraftShape MemoryTuneNode { get; } = new(
        "node",
        [
            "@id", "@bandwidth",
        ]);

    /// <summary>The element <c>&lt;memorytune&gt;</c>.</summary>
    public static DraftShape MemoryTune { get; } = new(
        "memorytune",
        [
            "@vcpus", "node[]",
        ])
    {
        Lists = new Dictionary<string, DraftShape>
        {
            ["node"] = MemoryTuneNode,
        },
    };

    /// <summary>The element <c>&lt;memnode&gt;</c>.</summary>
    public static DraftShape MemoryNode { get; } = new(
        "memnode",
        [
            "@cellid", "@mode", "@nodeset",
        ]);

    /// <summary>The element <c>&lt;device&gt;</c>.</summary>
    public static DraftShape BlkioDevice { get; } = new(
        "device",
        [
            "path", "weight", "*",
        ]);

    /// <summary>The element <c>&lt;page&gt;</c>.</summary>
    public static DraftShape HugePage { get; } = new(
        "page",
        [
            "*",
        ]);
}
