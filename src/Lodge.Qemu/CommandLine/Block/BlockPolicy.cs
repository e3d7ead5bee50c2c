using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>How an image is read and written: what its disk decides for it.</summary>
internal sealed record BlockPolicy
{
    public bool IsReadOnly { get; init; }

    public bool IsFloppy { get; init; }

    /// <summary>Whether the image is a drive of the host that takes discs.</summary>
    public bool IsHostCdrom { get; init; }

    public DiskCache Cache { get; init; }

    public DiskIo Io { get; init; }

    public DiskDiscard Discard { get; init; }

    public DetectZeroes DetectZeroes { get; init; }

    /// <summary>Only where discards are passed on can zeroes become discards.</summary>
    public DetectZeroes EffectiveDetectZeroes =>
        DetectZeroes == DetectZeroes.Unmap && Discard != DiskDiscard.Unmap ? DetectZeroes.On : DetectZeroes;

    /// <summary>The policy of an image below another: never written, and zeroes do not matter.</summary>
    public BlockPolicy ForBacking() => this with { IsReadOnly = true, DetectZeroes = default };

    /// <summary>What a disk decides for its topmost image.</summary>
    public static BlockPolicy Of(Disk disk) => new()
    {
        IsReadOnly = disk.Readonly,
        IsFloppy = disk.Kind == DiskDevice.Floppy,
        Cache = EffectiveCache(disk),
        Io = disk.Driver.Io,
        Discard = disk.Driver.Discard,
        DetectZeroes = disk.Driver.DetectZeroes,
    };

    /// <summary>A disk that several guests write must not be cached by the host.</summary>
    public static DiskCache EffectiveCache(Disk disk) =>
        disk is { Driver.Cache: DiskCache.Default, Shareable: true, Readonly: false }
            ? DiskCache.None
            : disk.Driver.Cache;

    /// <summary>The cache property of a block node, or null for QEMU's own.</summary>
    public QemuProperties? CacheProperties() => Cache == DiskCache.Default
        ? null
        : new QemuProperties()
            .Add("direct", (bool?)(Cache is DiskCache.None or DiskCache.Directsync))
            .Add("no-flush", (bool?)(Cache is DiskCache.Unsafe));

    /// <summary>Whether the guest sees a write-back cache, by the disk's cache mode.</summary>
    public static bool IsWriteBack(DiskCache cache) =>
        cache is DiskCache.None or DiskCache.Writeback or DiskCache.Unsafe;
}
