using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options;
using Lodge.Install.Options.Storage;
using Lodge.Install.Plan;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Cloning;

/// <content>Where the new guest's disks lie.</content>
internal sealed partial class ClonePreparation
{
    private void Place(GuestPlan plan, List<CloneDisk> disks, string original)
    {
        var name = plan.Domain["name"] ?? "";
        if (!request.Replaces && host.HasGuest(name))
            throw new InstallFailure($"Invalid name for new guest: Guest name '{name}' is already in use.");
        var files = new Queue<string>(request.Files);
        foreach (var disk in disks)
        {
            if (disk.Action == CloneAction.Share) continue;
            if (disk.Action == CloneAction.Copy && disk.Obstacle is { } obstacle)
                throw new InstallFailure($"Could not determine original disk information: {obstacle}");
            if (disk.Source.Path is not { } path) continue;
            var target = files.TryDequeue(out var given) ? Path.GetFullPath(given)
                : CloneNames.OfDisk(path, original, name, Exists);
            disk.Target = Target(disk, target);
            var xml = disk.Disk!;
            DiskSource.SetPath(plan, xml, null);
            xml["@type"] = disk.Target.Kind;
            DiskSource.Set(plan, xml, disk.Target);
        }
    }

    private CloneDisk? Nvram(GuestPlan plan)
    {
        if (plan.Domain["os/nvram"] is not { Length: > 0 } path) return null;
        var target = request.Nvram
            ?? Path.Combine(Path.GetDirectoryName(path) ?? "/", $"{plan.Domain["name"]}_VARS.fd");
        var there = DiskStorage.At(host, target);
        var disk = new CloneDisk(null, DiskStorage.At(host, path));
        plan.Domain["os/nvram"] = there.Path;
        // libvirt makes variables that are not there when the guest starts.
        if (request.IsPreserved || there.Exists || disk.Source.Volume is null) return null;
        disk.Target = Target(disk, there.Path!);
        return disk;
    }

    private DiskStorage Target(CloneDisk disk, string path)
    {
        try
        {
            return Find(disk, path);
        }
        catch (Exception refused) when (refused is FormatException or VirException)
        {
            throw new InstallFailure($"Could not use path '{path}' for cloning: {refused.Message}", refused);
        }
    }

    private DiskStorage Find(CloneDisk disk, string path)
    {
        var there = DiskStorage.At(host, path);
        if (disk.Action == CloneAction.Preserve)
        {
            return there.Exists ? there : throw new FormatException(
                $"Must specify storage creation parameters for non-existent path '{path}'.");
        }

        // A device that is a volume too may be written to at once; other volumes are made, not written over.
        if (there.Volume is not null && (host.IsRemote || there.Kind != "block"))
            throw new FormatException($"Clone onto existing storage volume is not currently supported: '{path}'");
        if (there.Exists || disk.Source.Volume is not { } content) return there;
        var pool = there.Pool ?? throw new FormatException(
            $"Don't know how to create storage for path '{Path.GetFileName(path)}'. "
            + "Use libvirt APIs to manage the parent directory as a pool first.");
        return DiskStorage.Of(host, new VolumeRequest
        {
            Pool = pool,
            Name = Path.GetFileName(path),
            Capacity = content.Capacity,
            Allocation = request.IsSparse ? content.Allocation : content.Capacity,
            Format = pool.Kind == "file" ? content.Format ?? "raw" : null,
        });
    }
}
