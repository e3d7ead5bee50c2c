using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainCoreDumpFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh dump</c>: dump the core of a domain to a file for analysis.</summary>
internal static class DumpCommand
{
    internal static Command Definition => new("dump", RunAsync)
    {
        Help = "dump the core of a domain to a file for analysis",
        Description = "Core dump a domain.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("file", "where to dump the core"),
            Option.Flag("live", "perform a live core dump if supported"),
            Option.Flag("crash", "crash the domain after core dump"),
            Option.Flag("bypass-cache", "avoid file system cache when dumping"),
            Option.Flag("reset", "reset the domain after core dump"),
            Option.Flag("verbose", "display the progress of dump"),
            Option.Flag("memory-only", "dump domain's memory only"),
            Option.Text("format", "specify the format of memory-only dump", Completers.DumpFormats),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var file = arguments.Needed("file");
        var flags = arguments.Flag("live", VIR_DUMP_LIVE)
            | arguments.Flag("crash", VIR_DUMP_CRASH)
            | arguments.Flag("bypass-cache", VIR_DUMP_BYPASS_CACHE)
            | arguments.Flag("reset", VIR_DUMP_RESET)
            | arguments.Flag("memory-only", VIR_DUMP_MEMORY_ONLY);
        var format = Format(arguments);
        await JobWatch.RunAsync(
            shell,
            domain,
            "Dump",
            arguments.Has("verbose"),
            () => (format == VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_RAW
                    ? domain.CoreDumpAsync(file, flags)
                    : domain.CoreDumpWithFormatAsync(file, format, flags))
                .OrFail($"Failed to core dump domain '{arguments.Needed("domain")}' to {file}"));
        shell.PrintExtra($"\nDomain '{arguments.Needed("domain")}' dumped to {file}\n");
    }

    private static VirDomainCoreDumpFormat Format(Arguments arguments)
    {
        if (!arguments.Has("format"))
        {
            return VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_RAW;
        }

        if (!arguments.Has("memory-only"))
        {
            throw new CommandFailure("--format only works with --memory-only");
        }

        return arguments.TextQuiet("format") switch
        {
            null or "elf" => VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_RAW,
            "kdump-zlib" => VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB,
            "kdump-lzo" => VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO,
            "kdump-snappy" => VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY,
            "win-dmp" => VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP,
            var other => throw new CommandFailure(
                $"format '{other}' is not supported, expecting 'kdump-zlib', 'kdump-lzo', 'kdump-snappy', "
                + "'win-dmp' or 'elf'"),
        };
    }
}
