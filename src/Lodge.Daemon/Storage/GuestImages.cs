using Lodge.Daemon.Domains;
using Lodge.Model.Domain;
using Lodge.Storage.Volumes.Images;

namespace Lodge.Daemon.Storage;

/// <summary>The images that running guests use.</summary>
internal static class GuestImages
{
    /// <summary>Names the running guest that uses a file or device; null where none does.</summary>
    public static string? FindUser(DomainRegistry guests, string path)
    {
        foreach (var guest in guests.All)
        {
            if (guest.Current is { Live: { } live, Name: var name }
                && Paths(live.Definition).Any(used => FileIdentity.AreSame(used, path)))
            {
                return name;
            }
        }

        return null;
    }

    private static IEnumerable<string> Paths(DomainDefinition definition)
    {
        foreach (var disk in definition.Disks)
        {
            for (var image = disk.Source; image is { IsEmpty: false }; image = image.Backing)
            {
                if (image is { Type: StorageType.File or StorageType.Block, Path: { } path }) yield return path;
            }

            if (disk.Mirror is { Source.Path: { } mirror }) yield return mirror;
        }
    }
}
