using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>The names of the block nodes of one image: they follow from its index, which the live XML shows.</summary>
/// <param name="Prefix">What all of them begin with.</param>
internal sealed record BlockNames(string Prefix)
{
    /// <summary>The node that reaches the bytes.</summary>
    public string Storage => Prefix + "-storage";

    /// <summary>The node that understands the image's format.</summary>
    public string Format => Prefix + "-format";

    /// <summary>The node that cuts a part out of the bytes.</summary>
    public string Slice => Prefix + "-slice-sto";

    /// <summary>The names for an image of a disk.</summary>
    public static BlockNames Of(StorageSource source) =>
        new(string.Create(CultureInfo.InvariantCulture, $"libvirt-{source.Index}"));

    /// <summary>The filter that copies what is read up from a backing image.</summary>
    public static string CopyOnRead(string target) => "libvirt-CoR-" + target;
}
