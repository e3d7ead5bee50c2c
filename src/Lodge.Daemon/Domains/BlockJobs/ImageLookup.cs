using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains.BlockJobs;

/// <summary>Finds the image of a chain that a client speaks of: by path, or by number as in <c>vda[2]</c>.</summary>
/// <remarks>Source: libvirt's <c>virStorageSourceChainLookup</c>.</remarks>
internal static class ImageLookup
{
    /// <summary>The images of a chain, the uppermost first.</summary>
    public static IEnumerable<StorageSource> Chain(StorageSource? top)
    {
        for (var image = top; image is { Type: not StorageType.None }; image = image.Backing)
            yield return image;
    }

    /// <summary>Finds an image.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="name">Its name; null for the lowest.</param>
    /// <param name="above">The image that it must lie below; null for none.</param>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_INVALID_ARG: there is none.</exception>
    public static StorageSource Find(Disk disk, string? name, StorageSource? above = null)
    {
        var chain = Chain(above is null ? disk.Source : above.Backing);
        if (name is null)
        {
            return chain.LastOrDefault() ?? throw DomainErrors.InvalidArgument(
                $"could not find base image in chain for '{disk.Target}'");
        }

        if (TryIndex(name, out var target, out var index))
        {
            if (target != disk.Target)
            {
                throw DomainErrors.InvalidArgument(
                    $"requested target '{target}' does not match target '{disk.Target}'");
            }

            return chain.FirstOrDefault(image => image.Index == index) ?? throw DomainErrors.InvalidArgument(
                $"could not find backing store index '{index}' in chain for '{disk.Target}'");
        }

        return chain.FirstOrDefault(image => image.Path == name) ?? throw DomainErrors.InvalidArgument(
            above is null
                ? $"could not find image '{name}' in chain for '{disk.Target}'"
                : $"could not find image '{name}' beneath '{above.Path}' in chain for '{disk.Target}'");
    }

    private static bool TryIndex(string name, out string target, out uint index)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        (target, index) = ("", 0);
        if (open <= 0 || !name.EndsWith(']'))
            return false;
        target = name[..open];
        return uint.TryParse(
            name.AsSpan(open + 1, name.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out index)
            && index > 0;
    }
}
