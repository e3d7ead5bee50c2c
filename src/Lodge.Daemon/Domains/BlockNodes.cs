using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>QEMU's names of the two nodes that make an image: its file, and its format above.</summary>
internal static class BlockNodes
{
    /// <summary>The node of the file or device.</summary>
    public static string Storage(StorageSource image) =>
        string.Create(CultureInfo.InvariantCulture, $"libvirt-{image.Index}-storage");

    /// <summary>The node of the format, which the guest's device uses.</summary>
    public static string Format(StorageSource image) =>
        string.Create(CultureInfo.InvariantCulture, $"libvirt-{image.Index}-format");
}
