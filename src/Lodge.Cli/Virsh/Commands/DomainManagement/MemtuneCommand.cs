namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh memtune</c>: Get or set memory parameters.</summary>
internal static class MemtuneCommand
{
    internal static Command Definition => new("memtune", RunAsync)
    {
        Help = "Get or set memory parameters",
        Description =
            "Get or set the current memory parameters for a guest domain.\n    To get the memory "
            + "parameters use following command: \n\n    virsh # memtune <domain>",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("hard-limit", "Max memory, as scaled integer (default KiB)"),
            Option.Number("soft-limit", "Memory during contention, as scaled integer (default KiB)"),
            Option.Number("swap-hard-limit", "Max memory plus swap, as scaled integer (default KiB)"),
            Option.Number("min-guarantee", "Min guaranteed memory, as scaled integer (default KiB)"),
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
            .AddUInt64(VirConstants.VIR_DOMAIN_MEMORY_HARD_LIMIT, Limit(arguments, "hard-limit"))
            .AddUInt64(VirConstants.VIR_DOMAIN_MEMORY_SOFT_LIMIT, Limit(arguments, "soft-limit"))
            .AddUInt64(VirConstants.VIR_DOMAIN_MEMORY_SWAP_HARD_LIMIT, Limit(arguments, "swap-hard-limit"))
            .AddUInt64(VirConstants.VIR_DOMAIN_MEMORY_MIN_GUARANTEE, Limit(arguments, "min-guarantee"))
            .ToArray();
        if (changes.Length > 0)
        {
            await domain.SetMemoryParametersAsync(changes, impact).OrFail("Unable to change memory parameters");
            return;
        }

        await domain.CountMemoryParametersAsync(impact).OrFail("Unable to get number of memory parameters");
        var parameters = await domain.GetMemoryParametersAsync(impact).OrFail("Unable to get memory parameters");
        foreach (var parameter in parameters)
        {
            var unlimited = parameter.Value.Type == VirTypedParameterType.VIR_TYPED_PARAM_ULLONG
                && parameter.Value.AsUInt64() == Unlimited;
            shell.Print($"{parameter.Field,-15}: {(unlimited ? "unlimited" : TypedText.Of(parameter))}\n");
        }
    }

    /// <summary>No limit, in KiB, as the wire has it.</summary>
    private const ulong Unlimited = (ulong)long.MaxValue >> 10;

    /// <summary>
    /// A limit in KiB: a number counts KiB, a suffix says otherwise, a negative number lifts the limit.
    /// </summary>
    private static ulong? Limit(Arguments arguments, string option)
    {
        if (arguments.TextQuiet(option) is not { } text)
        {
            return arguments.Has(option) ? throw Malformed(option) : null;
        }

        if (!NumberText.TryCut(text, out var number, out var negative, out var suffix))
        {
            throw Malformed(option);
        }

        if (negative && number > 0)
        {
            return Unlimited;
        }

        try
        {
            return (ScaledSize.Multiply(number, suffix, 1024, long.MaxValue) + 1023) / 1024;
        }
        catch (VirException reason)
        {
            throw new CommandFailure($"Unable to parse integer parameter {option}", reason);
        }
    }

    private static CommandFailure Malformed(string option) => new($"Unable to parse integer parameter {option}");
}
