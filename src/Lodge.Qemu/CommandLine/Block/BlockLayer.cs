using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>One image of a chain: the objects it needs, and its nodes from the bytes up.</summary>
/// <param name="Objects">Secrets and the like, made before the nodes.</param>
/// <param name="Nodes">Block nodes, the lowest first.</param>
internal sealed record BlockLayer(IReadOnlyList<QemuProperties> Objects, IReadOnlyList<QemuProperties> Nodes)
{
    public static BlockLayer Of(StorageSource source, BlockPolicy policy, BlockNames names, CommandLineContext context)
    {
        var secrets = BlockSecrets.For(source, names, context);
        var nodes = new List<QemuProperties>(3)
        {
            BlockStorage.Properties(source, policy, names.Storage, secrets),
        };
        if (BlockFormat.NeedsSlice(source)) nodes.Add(BlockFormat.SliceProperties(source, policy, names));
        nodes.Add(BlockFormat.Properties(source, policy, names, secrets));
        return new BlockLayer(secrets.Objects, nodes);
    }
}
