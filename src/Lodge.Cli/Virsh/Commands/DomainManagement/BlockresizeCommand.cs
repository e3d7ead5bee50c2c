using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockresize</c>: Resize block device of domain..</summary>
internal static class BlockresizeCommand
{
    internal static Command Definition => new("blockresize", RunAsync)
    {
        Help = "Resize block device of domain.",
        Description = "Resize block device of domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("path", "Fully-qualified path of block device", Completers.DiskTargets),
            Option.Number("size", "New size of the block device, as scaled integer (default KiB)")
                with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var path = arguments.Needed("path");
        var size = arguments.Scaled("size", 1024) ?? 0;
        var domain = await shell.DomainAsync(arguments);
        var inKibibytes = size % 1024 == 0;
        var flags = inKibibytes ? 0 : VirDomainBlockResizeFlags.VIR_DOMAIN_BLOCK_RESIZE_BYTES;
        await domain.BlockResizeAsync(path, inKibibytes ? size / 1024 : size, flags)
            .OrFail($"Failed to resize block device '{path}'");
        shell.PrintExtra($"Block device '{path}' is resized");
    }
}
