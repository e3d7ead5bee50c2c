using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>Where disks' images are, and what lies below them.</summary>
internal static class DiskPreparation
{
    /// <summary>Finds the images of a guest that is to start. A disk that may be missing and is, is left out.</summary>
    /// <exception cref="VirException">An image is missing that must be there.</exception>
    public static async ValueTask RunAsync(GuestStart start, CancellationToken cancellation)
    {
        var disks = start.Definition.Disks;
        for (var index = disks.Count - 1; index >= 0; index--)
        {
            var disk = disks[index];
            try
            {
                await FindAsync(disk, start.Services, cancellation);
            }
            catch (VirException) when (MayBeMissing(disk, isCold: start.IncomingUri is null))
            {
                start.OnMissingDisk(disk);
                LeaveOut(disks, disk);
            }
        }
    }

    /// <summary>Finds the images of one disk.</summary>
    /// <exception cref="VirException">One is missing, or cannot be followed.</exception>
    public static async ValueTask FindAsync(Disk disk, GuestServices services, CancellationToken cancellation)
    {
        await ResolveAsync(disk, services.Volumes, cancellation);
        if (!disk.Source.IsEmpty) await services.Chains.ReadAsync(disk.Source, cancellation);
    }

    /// <summary>Finds where the volumes of a disk lie.</summary>
    /// <exception cref="VirException">There is no such pool or volume, or the pool is not active.</exception>
    public static async ValueTask ResolveAsync(Disk disk, IVolumeResolver volumes, CancellationToken cancellation)
    {
        for (var image = disk.Source; image is { IsEmpty: false }; image = image.Backing)
        {
            if (image is { Type: StorageType.Volume, Volume: { } volume })
            {
                image.Settle(await volumes.ResolveAsync(volume, cancellation));
            }
        }
    }

    private static bool MayBeMissing(Disk disk, bool isCold) => disk.StartupPolicy switch
    {
        // Who goes on from a saved state must find the disks that it knows.
        StartupPolicy.Optional => isCold || IsDrive(disk),
        StartupPolicy.Requisite => !isCold,
        _ => false,
    };

    private static void LeaveOut(List<Disk> disks, Disk disk)
    {
        if (!IsDrive(disk))
        {
            disks.Remove(disk);
            return;
        }

        disk.Source = new StorageSource { Type = StorageType.File, Format = StorageFormat.Raw };
        disk.StartupPolicy = StartupPolicy.Default;
    }

    private static bool IsDrive(Disk disk) => disk.Kind is DiskDevice.Cdrom or DiskDevice.Floppy;
}
