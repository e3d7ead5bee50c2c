using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>
/// An image and all that lies below it, as QEMU's objects and block nodes in the order they must be made in.
/// </summary>
internal sealed class BlockChain
{
    private readonly List<BlockLayer> _layers = [];

    private BlockChain()
    {
    }

    /// <summary>The images, the lowest first.</summary>
    public IReadOnlyList<BlockLayer> Layers => _layers;

    /// <summary>The nodes of a disk's images; empty for an empty drive.</summary>
    public static BlockChain Of(Disk disk, CommandLineContext context)
    {
        var policy = BlockPolicy.Of(disk) with { IsHostCdrom = context.IsHostCdrom(disk.Source) };
        return Of(disk.Source, BlockNames.Of, policy, context);
    }

    /// <summary>The nodes of one image that is no disk, under names of its own.</summary>
    public static BlockChain Of(StorageSource source, string prefix, BlockPolicy policy, CommandLineContext context) =>
        Of(source, _ => new BlockNames(prefix), policy, context);

    /// <summary>The nodes of an image that is, or was, a disk's.</summary>
    public static BlockChain Of(StorageSource source, BlockPolicy policy, CommandLineContext context) =>
        Of(source, BlockNames.Of, policy, context);

    private static BlockChain Of(
        StorageSource top, Func<StorageSource, BlockNames> name, BlockPolicy policy, CommandLineContext context)
    {
        var chain = new BlockChain();
        for (var source = top; source is { IsEmpty: false }; source = source.Backing)
        {
            chain._layers.Insert(0, BlockLayer.Of(source, policy, name(source), context));
            policy = policy.ForBacking();
        }

        return chain;
    }
}
