using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>Finds the disk that a client speaks of.</summary>
internal static class DiskLookup
{
    /// <summary>The disk of this target (<c>vda</c>) or, where none has it, of this image's absolute path.</summary>
    public static Disk? Find(DomainDefinition definition, string name) =>
        definition.Disks.FirstOrDefault(disk => disk.Target == name)
        ?? (name.StartsWith('/') ? definition.Disks.FirstOrDefault(disk => disk.Source.Path == name) : null);
}
