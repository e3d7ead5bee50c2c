using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domblkstat</c>: get device block stats for a domain.</summary>
internal static class DomblkstatCommand
{
    internal static Command Definition => new("domblkstat", RunAsync)
    {
        Help = "get device block stats for a domain",
        Description =
            "Get device block stats for a running domain. See man page or use --human for explanation of "
            + "fields",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("device", "block device", Completers.DiskTargets) with { MayBeEmpty = true },
            Option.Flag("human", "print a more human readable output"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var device = arguments.Text("device") ?? "";
        var human = arguments.Has("human");
        TypedParameter[] statistics;
        try
        {
            statistics = await domain.BlockStatsFlagsAsync(device);
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            var counters = await domain.BlockStatsAsync(device).OrFail($"Failed to get block stats {name} {device}");
            statistics = Typed(counters);
        }

        if (human)
        {
            shell.Print($"Device: {device}\n");
        }

        var shown = human ? "" : device;
        foreach (var field in Fields)
        {
            if (Array.Find(statistics, parameter => parameter.Field == field.Name) is { Field: not null } parameter)
            {
                var label = human ? field.Human.PadRight(31) : field.Short ?? field.Name;
                shell.Print($"{shown} {label} {TypedText.Of(parameter)}\n");
            }
        }

        foreach (var other in statistics.Where(static other =>
            !Array.Exists(Fields, field => field.Name == other.Field)))
        {
            shell.Print($"{shown} {other.Field} {TypedText.Of(other)}\n");
        }
    }

    private static readonly (string Name, string? Short, string Human)[] Fields =
    [
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_READ_REQ, "rd_req", "number of read operations:"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_READ_BYTES, "rd_bytes", "number of bytes read:"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_WRITE_REQ, "wr_req", "number of write operations:"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES, "wr_bytes", "number of bytes written:"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_ERRS, "errs", "error count:"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ, null, "number of flush operations:"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES, null, "total duration of reads (ns):"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES, null, "total duration of writes (ns):"),
        (VirConstants.VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES, null, "total duration of flushes (ns):"),
    ];

    /// <summary>The five counters that every daemon has; -1 stands for one that it does not count.</summary>
    private static TypedParameter[] Typed(DomainBlockStatsRet counters)
    {
        var list = new ParameterList();
        long[] values = [counters.RdReq, counters.RdBytes, counters.WrReq, counters.WrBytes, counters.Errs];
        for (var i = 0; i < values.Length; i++)
        {
            list.AddInt64(Fields[i].Name, values[i] < 0 ? null : values[i]);
        }

        return list.ToArray();
    }
}
