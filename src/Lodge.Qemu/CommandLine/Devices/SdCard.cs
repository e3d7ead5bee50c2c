using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>An SD card: QEMU makes its device from the drive alone, so it keeps the old form.</summary>
internal static class SdCard
{
    public static OptionString Option(Disk disk)
    {
        var source = disk.Source;
        var option = new OptionString();
        if (source.Type is StorageType.File or StorageType.Block) option.Add("file", source.Path);
        if (source.Type == StorageType.Dir) option.Add("file", "fat:" + source.Path);
        if (source.Format != StorageFormat.None && source.Type != StorageType.Dir)
        {
            option.Add("format", source.Format.ToXml());
        }

        option.Add("if", "sd").Add("index", DiskName.Index(disk.Target));
        if (disk.Readonly) option.Add("readonly", true);
        if (source.IsEmpty) return option;
        var driver = disk.Driver;
        return option
            .Add("cache", driver.Cache == DiskCache.Default ? null : driver.Cache.ToXml())
            .Add("copy-on-read", driver.CopyOnRead)
            .Add("discard", driver.Discard == DiskDiscard.Default ? null : driver.Discard.ToXml())
            .Add("detect-zeroes", driver.DetectZeroes == DetectZeroes.Default ? null : driver.DetectZeroes.ToXml())
            .Add("aio", driver.Io == DiskIo.Default ? null : driver.Io.ToXml());
    }
}
