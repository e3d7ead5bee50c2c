using Lodge.Install.Drafts;
using Lodge.Install.Options.Storage;
using Lodge.Install.Plan;

namespace Lodge.Install.Cloning;

/// <summary>A disk of the guest that is cloned, and what becomes of it.</summary>
/// <param name="disk">Its XML in the new guest; null for firmware variables, which are no disk.</param>
/// <param name="source">What lies behind it.</param>
internal sealed class CloneDisk(Draft? disk, DiskStorage source)
{
    /// <summary>Its XML in the new guest; null for firmware variables.</summary>
    public Draft? Disk => disk;

    /// <summary>What lies behind it.</summary>
    public DiskStorage Source => source;

    /// <summary>What becomes of it.</summary>
    public CloneAction Action { get; set; } = IsShareable(disk, source) ? CloneAction.Share : CloneAction.Copy;

    /// <summary>What lies behind the new disk; null until that is decided.</summary>
    public DiskStorage? Target { get; set; }

    /// <summary>The volume that is made as a copy; null where a file is copied, or nothing.</summary>
    public VolumeRequest? Volume => Action == CloneAction.Copy ? Target?.Made : null;

    /// <summary>Why it cannot be copied; null where it can.</summary>
    public string? Obstacle
    {
        get
        {
            if (source.Path is not null && !source.Exists) return $"Disk path '{source.Path}' does not exist.";
            if (disk?["@type"] != "network") return null;
            return disk["source/@protocol"] == "rbd"
                ? "Cloning rbd volumes is not yet supported."
                : $"Disk network type '{disk["source/@protocol"]}' is not cloneable.";
        }
    }

    private static bool IsShareable(Draft? disk, DiskStorage source) => disk is not null
        && (source.Path is null || disk["readonly"] is not null || disk["shareable"] is not null
            || disk["transient/@shareBacking"] == "yes");
}
