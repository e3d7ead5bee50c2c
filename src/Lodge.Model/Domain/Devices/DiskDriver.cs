using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the host drives a disk.</summary>
public sealed class DiskDriver
{
    /// <summary>The driver (<c>qemu</c>).</summary>
    public string? Name { get; set; }

    /// <summary>How the host caches.</summary>
    public DiskCache Cache { get; set; }

    /// <summary>What follows a write error.</summary>
    public DiskErrorPolicy ErrorPolicy { get; set; }

    /// <summary>What follows a read error.</summary>
    public DiskErrorPolicy ReadErrorPolicy { get; set; }

    /// <summary>How input and output are done.</summary>
    public DiskIo Io { get; set; }

    /// <summary>Whether requests are handled outside of the virtual CPU's thread.</summary>
    public bool? IoEventFd { get; set; }

    /// <summary>Whether interrupts are thinned out.</summary>
    public bool? EventIndex { get; set; }

    /// <summary>Whether what is read from below is copied up.</summary>
    public bool? CopyOnRead { get; set; }

    /// <summary>What becomes of discards.</summary>
    public DiskDiscard Discard { get; set; }

    /// <summary>The I/O thread that serves it; 0 for none.</summary>
    public uint IoThread { get; set; }

    /// <summary>What becomes of written zeroes.</summary>
    public DetectZeroes DetectZeroes { get; set; }

    /// <summary>Queues; 0 for QEMU's own.</summary>
    public uint Queues { get; set; }

    /// <summary>Entries of a queue; 0 for QEMU's own.</summary>
    public uint QueueSize { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    internal static DiskDriver Parse(Element element, StorageSource source)
    {
        var driver = new DiskDriver
        {
            Virtio = VirtioOptions.Parse(element),
            Name = element.Attribute("name"),
            Cache = element.Named("cache", DiskCacheNames.Table),
            ErrorPolicy = element.Named("error_policy", DiskErrorPolicyNames.Table, nonZero: true),
            ReadErrorPolicy = element.Named("rerror_policy", DiskErrorPolicyNames.Table, nonZero: true),
            Io = element.Named("io", DiskIoNames.Table, nonZero: true),
            IoEventFd = element.OnOff("ioeventfd"),
            EventIndex = element.OnOff("event_idx"),
            CopyOnRead = element.OnOff("copy_on_read"),
            Discard = element.Named("discard", DiskDiscardNames.Table, nonZero: true),
            IoThread = element.UInt("iothread", nonZero: true) ?? 0,
            DetectZeroes = element.Named("detect_zeroes", DetectZeroesNames.Table, nonZero: true),
            Queues = element.UInt("queues") ?? 0,
            QueueSize = element.UInt("queue_size") ?? 0,
        };
        if (driver.ReadErrorPolicy == DiskErrorPolicy.Enospace)
        {
            throw XmlError.Unsupported("Invalid disk read error policy: 'enospace'");
        }

        if (element.Attribute("type") is { } format)
        {
            source.Format = format == "aio" ? StorageFormat.Raw
                : StorageFormatNames.Table.TryParse(format, out var form) && form != StorageFormat.None ? form
                : throw XmlError.Unsupported($"unknown driver format value '{format}'");
        }

        source.MetadataCacheSize = BackingStore.MetadataCache(element);
        return driver;
    }

    internal void Format(XmlOutput output, StorageSource source)
    {
        output.Start("driver").Attribute("name", Name).Named("type", source.Format, StorageFormatNames.Table)
            .Named("cache", Cache, DiskCacheNames.Table)
            .Named("error_policy", ErrorPolicy, DiskErrorPolicyNames.Table)
            .Named("rerror_policy", ReadErrorPolicy, DiskErrorPolicyNames.Table)
            .Named("io", Io, DiskIoNames.Table)
            .OnOff("ioeventfd", IoEventFd).OnOff("event_idx", EventIndex).OnOff("copy_on_read", CopyOnRead)
            .Named("discard", Discard, DiskDiscardNames.Table).AttributeUnlessZero("iothread", IoThread)
            .Named("detect_zeroes", DetectZeroes, DetectZeroesNames.Table)
            .AttributeUnlessZero("queues", Queues).AttributeUnlessZero("queue_size", QueueSize);
        VirtioOptions.Format(output, Virtio);
        BackingStore.FormatMetadataCache(output, source.MetadataCacheSize);
        output.EndUnlessEmpty();
    }
}
