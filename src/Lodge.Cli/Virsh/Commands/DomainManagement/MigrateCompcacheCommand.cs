using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh migrate-compcache</c>: get/set compression cache size.</summary>
internal static class MigrateCompcacheCommand
{
    internal static Command Definition => new("migrate-compcache", RunAsync)
    {
        Help = "get/set compression cache size",
        Description =
            "Get/set size of the cache (in bytes) used for compressing repeatedly transferred memory pages "
            + "during live migration.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Number("size", "requested size of the cache (in bytes) used for compression")
                with { NameNeeded = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        if (arguments.UInt64("size") is { } size)
        {
            await domain.MigrateSetCompressionCacheAsync(size);
        }

        shell.Print($"Compression cache: {Units.Exact(await domain.MigrateGetCompressionCacheAsync())}");
    }
}
