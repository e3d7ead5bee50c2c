namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh emulatorpin</c>: control or query domain emulator affinity.</summary>
internal static class EmulatorpinCommand
{
    internal static Command Definition => new("emulatorpin", RunAsync)
    {
        Help = "control or query domain emulator affinity",
        Description = "Pin domain emulator threads to host physical CPUs.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Text("cpulist", "host cpu number(s) to set, or omit option to query") with { MayBeEmpty = true },
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var list = arguments.Text("cpulist");
        var cpus = await HostCpus.CountAsync(shell);
        if (list is null)
        {
            var map = await domain.GetEmulatorPinInfoAsync(CpuSet.Length(cpus), impact);
            shell.PrintExtra("emulator: CPU Affinity\n----------------------------------\n       *: ");
            shell.Print(CpuSet.Format(map) + "\n");
            return;
        }

        if (impact == 0 && !arguments.Has("current"))
        {
            impact = VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE;
        }

        await domain.PinEmulatorAsync(CpuSet.Parse(list, cpus), impact);
    }
}
