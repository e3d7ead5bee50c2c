using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>What is there twice and may not be.</summary>
internal static class DuplicateValidation
{
    public static VirException? Find(DomainDefinition domain) =>
        FindDisks(domain) ?? FindHostDevices(domain) ?? FindDriveAddresses(domain);

    /// <summary>Aliases that people chose, twice the same.</summary>
    public static VirException? FindAliases(DomainDefinition domain)
    {
        HashSet<string>? seen = null;
        foreach (var device in domain.AllDevices())
        {
            if (device.HasUserAlias && !IsSerialName(domain, device) && !(seen ??= []).Add(device.Alias!))
            {
                return DomainUnsupported($"non unique alias detected: {device.Alias}");
            }
        }

        return null;
    }

    public static VirException? FindPrimaryVideo(DomainDefinition domain) =>
        domain.Videos.Count(video => video.Primary) > 1
            ? DomainUnsupported("Only one primary video device is supported") : null;

    public static VirException? FindTargets(DomainDefinition domain) => domain.Filesystems
        .Where(filesystem => filesystem.Driver == FilesystemDriver.Virtiofs)
        .GroupBy(filesystem => filesystem.Target).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
        ? DomainUnsupported($"filesystem target '{twice.Key}' specified twice") : null;

    private static bool IsSerialName(DomainDefinition domain, Device device) =>
        device is ConsoleDevice console && domain.IsSerialName(console);

    private static VirException? FindDisks(DomainDefinition domain)
    {
        var disks = domain.Disks;
        for (var index = 0; index < disks.Count; index++)
        {
            for (var later = index + 1; later < disks.Count; later++)
            {
                if (disks[index].Target == disks[later].Target)
                {
                    return DomainXml($"target '{disks[index].Target}' duplicated for disk sources "
                        + $"'{disks[index].Source.Path ?? "<null>"}' and '{disks[later].Source.Path ?? "<null>"}'");
                }
            }
        }

        return null;
    }

    private static VirException? FindHostDevices(DomainDefinition domain)
    {
        var all = HostDevices(domain);
        for (var index = 0; index < all.Count; index++)
        {
            if (all.FindIndex(index + 1, other => HostdevValidation.IsSame(all[index], other)) >= 0)
            {
                return DomainXml("Hostdev already exists in the domain configuration");
            }
        }

        return all.Count(passed => passed is { Type: HostdevType.Mdev, RamFramebuffer: true }) > 1
            ? DomainUnsupported("Only one vgpu device can have 'ramfb' enabled") : null;
    }

    private static List<Hostdev> HostDevices(DomainDefinition domain) =>
        [.. domain.Hostdevs, .. domain.Interfaces.Select(card => card.Source.Hostdev).OfType<Hostdev>()];

    private static VirException? FindDriveAddresses(DomainDefinition domain)
    {
        var places = new Dictionary<(DiskBus, uint, uint, uint, uint), string>();
        foreach (var disk in domain.Disks)
        {
            if (disk.Address is DriveAddress place && !places.TryAdd(Key(disk.Bus, place), disk.Target ?? ""))
            {
                var first = places[Key(disk.Bus, place)];
                return DomainUnsupported($"Found duplicate drive address for disk with target name '{first}' "
                    + $"controller='{place.Controller}' bus='{place.Bus}' target='{place.Target}' unit='{place.Unit}'");
            }
        }

        var passed = new HashSet<(DiskBus, uint, uint, uint, uint)>();
        foreach (var device in domain.Hostdevs)
        {
            if (device is { Mode: HostdevMode.Subsystem, Type: HostdevType.Scsi, Address: DriveAddress place })
            {
                var key = Key(DiskBus.Scsi, place);
                if (places.ContainsKey(key) || !passed.Add(key))
                {
                    var other = places.ContainsKey(key) ? "SCSI disk" : "SCSI host device";
                    return DomainUnsupported($"SCSI host address controller='{place.Bus}' bus='{place.Controller}' "
                        + $"target='{place.Target}' unit='{place.Unit}' in use by another {other}");
                }
            }
        }

        return null;
    }

    private static (DiskBus Bus, uint Controller, uint Channel, uint Target, uint Unit) Key(
        DiskBus bus, DriveAddress place) => (bus, place.Controller, place.Bus, place.Target, place.Unit);
}
