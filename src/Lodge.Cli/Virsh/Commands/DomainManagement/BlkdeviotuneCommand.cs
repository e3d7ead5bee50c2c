namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blkdeviotune</c>: Set or query a block device I/O tuning parameters..</summary>
internal static class BlkdeviotuneCommand
{
    internal static Command Definition => new("blkdeviotune", RunAsync)
    {
        Help = "Set or query a block device I/O tuning parameters.",
        Description = "Set or query disk I/O parameters such as block throttling.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("device", "block device", Completers.DiskTargets),
            Option.Alias("total_bytes_sec", "total-bytes-sec"),
            Option.Number("total-bytes-sec", "total throughput limit, as scaled integer (default bytes)"),
            Option.Alias("read_bytes_sec", "read-bytes-sec"),
            Option.Number("read-bytes-sec", "read throughput limit, as scaled integer (default bytes)"),
            Option.Alias("write_bytes_sec", "write-bytes-sec"),
            Option.Number("write-bytes-sec", "write throughput limit, as scaled integer (default bytes)"),
            Option.Alias("total_iops_sec", "total-iops-sec"),
            Option.Number("total-iops-sec", "total I/O operations limit per second"),
            Option.Alias("read_iops_sec", "read-iops-sec"),
            Option.Number("read-iops-sec", "read I/O operations limit per second"),
            Option.Alias("write_iops_sec", "write-iops-sec"),
            Option.Number("write-iops-sec", "write I/O operations limit per second"),
            Option.Alias("total_bytes_sec_max", "total-bytes-sec-max"),
            Option.Number("total-bytes-sec-max", "total max, as scaled integer (default bytes)"),
            Option.Alias("read_bytes_sec_max", "read-bytes-sec-max"),
            Option.Number("read-bytes-sec-max", "read max, as scaled integer (default bytes)"),
            Option.Alias("write_bytes_sec_max", "write-bytes-sec-max"),
            Option.Number("write-bytes-sec-max", "write max, as scaled integer (default bytes)"),
            Option.Alias("total_iops_sec_max", "total-iops-sec-max"),
            Option.Number("total-iops-sec-max", "total I/O operations max"),
            Option.Alias("read_iops_sec_max", "read-iops-sec-max"),
            Option.Number("read-iops-sec-max", "read I/O operations max"),
            Option.Alias("write_iops_sec_max", "write-iops-sec-max"),
            Option.Number("write-iops-sec-max", "write I/O operations max"),
            Option.Alias("size_iops_sec", "size-iops-sec"),
            Option.Number("size-iops-sec", "I/O size in bytes"),
            Option.Alias("group_name", "group-name"),
            Option.Text("group-name", "group name to share I/O quota between multiple drives"),
            Option.Alias("total_bytes_sec_max_length", "total-bytes-sec-max-length"),
            Option.Number("total-bytes-sec-max-length", "duration in seconds to allow total max bytes"),
            Option.Alias("read_bytes_sec_max_length", "read-bytes-sec-max-length"),
            Option.Number("read-bytes-sec-max-length", "duration in seconds to allow read max bytes"),
            Option.Alias("write_bytes_sec_max_length", "write-bytes-sec-max-length"),
            Option.Number("write-bytes-sec-max-length", "duration in seconds to allow write max bytes"),
            Option.Alias("total_iops_sec_max_length", "total-iops-sec-max-length"),
            Option.Number("total-iops-sec-max-length", "duration in seconds to allow total I/O operations max"),
            Option.Alias("read_iops_sec_max_length", "read-iops-sec-max-length"),
            Option.Number("read-iops-sec-max-length", "duration in seconds to allow read I/O operations max"),
            Option.Alias("write_iops_sec_max_length", "write-iops-sec-max-length"),
            Option.Number("write-iops-sec-max-length", "duration in seconds to allow write I/O operations max"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var device = arguments.Needed("device");
        var changes = Changes(arguments);
        if (changes.Length > 0)
        {
            await domain.SetBlockIoTuneAsync(device, changes, impact).OrFail("Unable to change block I/O throttle");
            return;
        }

        await domain.CountBlockIoTuneAsync(impact).OrFail("Unable to get number of block I/O throttle parameters");
        shell.PrintParameters(await domain.GetBlockIoTuneAsync(device, impact)
            .OrFail("Unable to get block I/O throttle parameters"));
    }

    private static readonly string[] Sizes =
    [
        "total-bytes-sec", "read-bytes-sec", "write-bytes-sec",
        "total-bytes-sec-max", "read-bytes-sec-max", "write-bytes-sec-max",
    ];

    private static readonly string[] Counts =
    [
        "total-iops-sec", "read-iops-sec", "write-iops-sec",
        "total-iops-sec-max", "read-iops-sec-max", "write-iops-sec-max", "size-iops-sec",
        "total-bytes-sec-max-length", "read-bytes-sec-max-length", "write-bytes-sec-max-length",
        "total-iops-sec-max-length", "read-iops-sec-max-length", "write-iops-sec-max-length",
    ];

    private static TypedParameter[] Changes(Arguments arguments)
    {
        var changes = new ParameterList();
        try
        {
            foreach (var option in Sizes)
            {
                changes.AddUInt64(Field(option), arguments.Scaled(option, 1));
            }

            foreach (var option in Counts)
            {
                changes.AddUInt64(Field(option), arguments.UInt64(option));
            }
        }
        catch (CommandFailure failure)
        {
            throw new CommandFailure($"{failure.Message}\nerror: Unable to parse integer parameter", failure.Reason);
        }

        return changes.AddString(VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, arguments.Text("group-name"))
            .ToArray();
    }

    /// <summary>The parameters are called as the options, with underscores.</summary>
    private static string Field(string option) => option.Replace('-', '_');
}
