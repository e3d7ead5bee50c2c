using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockjob</c>: Manage active block operations.</summary>
internal static class BlockjobCommand
{
    internal static Command Definition => new("blockjob", RunAsync)
    {
        Help = "Manage active block operations",
        Description = "Query, adjust speed, or cancel active block operations.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("path", "fully-qualified path of disk", Completers.DiskTargets),
            Option.Flag("abort", "abort the active job on the specified disk"),
            Option.Flag("async", "implies --abort; request but don't wait for job end"),
            Option.Flag("pivot", "implies --abort; conclude and pivot a copy or commit job"),
            Option.Flag("info", "get active job information for the specified disk"),
            Option.Flag("bytes", "get/set bandwidth in bytes rather than MiB/s"),
            Option.Flag("raw", "implies --info; output details rather than human summary"),
            Option.Number("bandwidth", "set the bandwidth limit in MiB/s"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        foreach (var option in (string[])["raw", "info"])
        {
            foreach (var other in (string[])["abort", "pivot", "async", "bandwidth"])
            {
                arguments.Exclusive(option, other);
            }
        }

        foreach (var other in (string[])["abort", "pivot", "async"])
        {
            arguments.Exclusive("bytes", other);
        }

        var domain = await shell.DomainAsync(arguments);
        var path = arguments.Needed("path");
        var isBytes = arguments.Has("bytes");
        if (arguments.Has("bandwidth"))
        {
            await domain.BlockJobSetSpeedAsync(
                path,
                BlockJobBandwidth.Read(arguments, isBytes),
                isBytes ? VirDomainBlockJobSetSpeedFlags.VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES : 0);
        }
        else if (arguments.Has("abort") || arguments.Has("pivot") || arguments.Has("async"))
        {
            await domain.BlockJobAbortAsync(
                path,
                arguments.Flag("async", VirDomainBlockJobAbortFlags.VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC)
                    | arguments.Flag("pivot", VirDomainBlockJobAbortFlags.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT));
        }
        else
        {
            await PrintAsync(shell, domain, path, arguments.Has("raw"), isBytes);
        }
    }

    private static async Task PrintAsync(Shell shell, Domain domain, string path, bool isRaw, bool isBytes)
    {
        var inBytes = isBytes || !isRaw;
        var job = await domain.GetBlockJobInfoAsync(
            path, inBytes ? VirDomainBlockJobInfoFlags.VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES : 0);
        if (job is not { } info)
        {
            if (!isRaw)
            {
                shell.PrintExtra($"No current block job for {path}");
            }

            return;
        }

        if (isRaw)
        {
            shell.Print(
                $" type={Name(TypeNames, info.Type)}\n bandwidth={info.Bandwidth}\n cur={info.Cur}\n end={info.End}\n");
            return;
        }

        JobWatch.Show(shell, Name(Titles, info.Type), info.End - info.Cur, info.End);
        if (info.Bandwidth > 0)
        {
            shell.Print($"    Bandwidth limit: {info.Bandwidth} bytes/s ({Units.Exact(info.Bandwidth)}/s)");
        }

        shell.Print("\n");
    }

    private static readonly string[] Titles =
        ["Unknown job", "Block Pull", "Block Copy", "Block Commit", "Active Block Commit", "Backup"];

    private static readonly string[] TypeNames = ["unknown", "pull", "copy", "commit", "active-commit", "backup"];

    private static string Name(string[] names, int type) => type > 0 && type < names.Length ? names[type] : names[0];
}
