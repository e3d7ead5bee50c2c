using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>What statistics ask of a disk that no guest has open.</summary>
/// <param name="Target">Its name in the guest, such as <c>vda</c>.</param>
/// <param name="Type">Where its image is.</param>
/// <param name="Path">The image's file or device, if it is one.</param>
/// <param name="Format">The image's format.</param>
/// <param name="Index">The image's number in its chain; 0 for none.</param>
internal sealed record DiskFacts(string Target, StorageType Type, string? Path, StorageFormat Format, uint Index)
{
    /// <summary>Takes them of a disk and its uppermost image.</summary>
    public static DiskFacts Of(Disk disk) => Of(disk, disk.Source);

    /// <summary>Takes them of a disk and one of its images.</summary>
    public static DiskFacts Of(Disk disk, StorageSource image) =>
        new(disk.Target ?? "", image.Type, image.Path, image.Format, image.Index);
}
