using Lodge.Model.Domain;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>What a guest's disks did, and how large their images are.</summary>
internal static class BlockStatistics
{
    /// <summary>Adds a record of each disk, and of each image below it where asked for.</summary>
    public static void Add(ParameterList list, DomainSnapshot now, MonitorAnswers answers, bool backing)
    {
        if (!backing && now is { Live: null, Config: { } config })
        {
            AddOffline(list, config.Facts.Disks);
            return;
        }

        var definition = now.Live?.Definition ?? now.Config!.Definition;
        var count = list.Reserve("block.count");
        var number = 0u;
        foreach (var disk in definition.Disks)
        {
            for (var image = disk.Source; image is { IsEmpty: false } || image == disk.Source; image = image.Backing)
            {
                var prefix = $"block.{number++}.";
                AddHeader(list, prefix, DiskFacts.Of(disk, image));
                if (image == disk.Source)
                    AddTraffic(
                        list, prefix, answers.Blocks.FirstOrDefault(b => disk.Alias is { } alias && b.Alias == alias));
                AddSizes(list, prefix, now, image, answers);
                if (!backing || image.Backing is null)
                    break;
            }
        }

        list.Fill(count, number);
    }

    // Thousands may be asked for at once: their definitions are not read for it.
    private static void AddOffline(ParameterList list, DiskFacts[] disks)
    {
        list.Add("block.count", (uint)disks.Length);
        for (var i = 0; i < disks.Length; i++)
        {
            var prefix = $"block.{i}.";
            AddHeader(list, prefix, disks[i]);
            if (ImageSize.Read(disks[i]) is { } size)
                AddSizes(list, prefix, size);
        }
    }

    private static void AddHeader(ParameterList list, string prefix, DiskFacts image)
    {
        list.Add(prefix + "name", image.Target);
        if (image is { Type: StorageType.File or StorageType.Block or StorageType.Dir, Path: { } path })
            list.Add(prefix + "path", path);
        if (image.Index != 0)
            list.Add(prefix + "backingIndex", image.Index);
    }

    private static void AddTraffic(ParameterList list, string prefix, BlockStats? stats)
    {
        if (stats is null)
            return;
        list.Add(prefix + "rd.reqs", stats.ReadOperations);
        list.Add(prefix + "rd.bytes", stats.ReadBytes);
        list.Add(prefix + "rd.times", stats.ReadTime);
        list.Add(prefix + "wr.reqs", stats.WriteOperations);
        list.Add(prefix + "wr.bytes", stats.WriteBytes);
        list.Add(prefix + "wr.times", stats.WriteTime);
        list.Add(prefix + "fl.reqs", stats.FlushOperations);
        list.Add(prefix + "fl.times", stats.FlushTime);
    }

    private static void AddSizes(
        ParameterList list, string prefix, DomainSnapshot now, StorageSource image, MonitorAnswers answers)
    {
        if (!now.IsActive)
        {
            if (ImageSize.Read(image) is { } offline)
                AddSizes(list, prefix, offline);
            return;
        }

        var node = answers.Nodes.FirstOrDefault(n => n.NodeName == BlockNodes.Format(image));
        if (node is null)
            return;
        var highest = answers.NodeStats.FirstOrDefault(n => n.NodeName == BlockNodes.Storage(image))?.HighestOffset;
        AddSizes(list, prefix, new ImageSize(node.VirtualSize, highest ?? 0, ImageSize.PhysicalOf(image)));
        if (answers.Nodes.FirstOrDefault(
            n => n.NodeName == BlockNodes.Storage(image)) is { WriteThreshold: > 0 } storage)
            list.Add(prefix + "threshold", storage.WriteThreshold);
    }

    private static void AddSizes(ParameterList list, string prefix, ImageSize size)
    {
        list.Add(prefix + "allocation", size.Allocation);
        if (size.Capacity > 0)
            list.Add(prefix + "capacity", size.Capacity);
        if (size.Physical > 0)
            list.Add(prefix + "physical", size.Physical);
    }
}
