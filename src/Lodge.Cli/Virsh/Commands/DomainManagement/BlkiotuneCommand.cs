namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blkiotune</c>: Get or set blkio parameters.</summary>
internal static class BlkiotuneCommand
{
    internal static Command Definition => new("blkiotune", RunAsync)
    {
        Help = "Get or set blkio parameters",
        Description =
            "Get or set the current blkio parameters for a guest domain.\n    To get the blkio parameters "
            + "use following command: \n\n    virsh # blkiotune <domain>",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("weight", "IO Weight"),
            Option.Text("device-weights", "per-device IO Weights, in the form of /path/to/device,weight,..."),
            Option.Text("device-read-iops-sec",
                "per-device read I/O limit per second, in the form of /path/to/device,read_iops_sec,..."),
            Option.Text("device-write-iops-sec",
                "per-device write I/O limit per second, in the form of /path/to/device,write_iops_sec,..."),
            Option.Text("device-read-bytes-sec",
                "per-device bytes read per second, in the form of /path/to/device,read_bytes_sec,..."),
            Option.Text("device-write-bytes-sec",
                "per-device bytes wrote per second, in the form of /path/to/device,write_bytes_sec,..."),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var changes = Changes(arguments);
        if (changes.Length > 0)
        {
            await domain.SetBlkioParametersAsync(changes, impact).OrFail("Unable to change blkio parameters");
            return;
        }

        await domain.CountBlkioParametersAsync(impact).OrFail("Unable to get number of blkio parameters");
        shell.PrintParameters(await domain.GetBlkioParametersAsync(impact).OrFail("Unable to get blkio parameters"));
    }

    private static TypedParameter[] Changes(Arguments arguments)
    {
        var weight = arguments.Int32("weight");
        if (weight <= 0)
        {
            throw new CommandFailure($"Invalid value of {weight} for I/O weight");
        }

        return new ParameterList()
            .AddUInt32(VirConstants.VIR_DOMAIN_BLKIO_WEIGHT, (uint?)weight)
            .AddString(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, Text(arguments, "device-weights"))
            .AddString(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS, Text(arguments, "device-read-iops-sec"))
            .AddString(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS, Text(arguments, "device-write-iops-sec"))
            .AddString(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_READ_BPS, Text(arguments, "device-read-bytes-sec"))
            .AddString(VirConstants.VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS, Text(arguments, "device-write-bytes-sec"))
            .ToArray();
    }

    private static string? Text(Arguments arguments, string option)
    {
        if (!arguments.Has(option))
        {
            return null;
        }

        return arguments.TextQuiet(option) ?? throw new CommandFailure("Unable to parse string parameter");
    }
}
