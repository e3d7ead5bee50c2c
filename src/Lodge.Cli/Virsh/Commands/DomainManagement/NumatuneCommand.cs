namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh numatune</c>: Get or set numa parameters.</summary>
internal static class NumatuneCommand
{
    internal static Command Definition => new("numatune", RunAsync)
    {
        Help = "Get or set numa parameters",
        Description =
            "Get or set the current numa parameters for a guest domain.\n    To get the numa parameters "
            + "use following command: \n\n    virsh # numatune <domain>",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Text("mode",
                "NUMA mode, one of strict, preferred and interleave \nor a number from the "
                + "virDomainNumatuneMemMode enum"),
            Option.Text("nodeset", "NUMA node selections to set"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var changes = new ParameterList()
            .AddString(VirConstants.VIR_DOMAIN_NUMA_NODESET, arguments.Text("nodeset"))
            .AddInt32(VirConstants.VIR_DOMAIN_NUMA_MODE, Mode(arguments.Text("mode")))
            .ToArray();
        if (changes.Length > 0)
        {
            await domain.SetNumaParametersAsync(changes, impact).OrFail("Unable to change numa parameters");
            return;
        }

        await domain.CountNumaParametersAsync(impact).OrFail("Unable to get number of memory parameters");
        var parameters = await domain.GetNumaParametersAsync(impact).OrFail("Unable to get memory parameters");
        foreach (var parameter in parameters)
        {
            var text = parameter.Field == VirConstants.VIR_DOMAIN_NUMA_MODE
                ? Modes[parameter.Value.AsInt32()]
                : TypedText.Of(parameter);
            shell.Print($"{parameter.Field,-15}: {text}\n");
        }
    }

    private static readonly string[] Modes = ["strict", "preferred", "interleave", "restrictive"];

    private static int? Mode(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var mode = Array.IndexOf(Modes, text);
        return mode >= 0 || int.TryParse(text, out mode) ? mode : throw new CommandFailure($"Invalid mode: {text}");
    }
}
