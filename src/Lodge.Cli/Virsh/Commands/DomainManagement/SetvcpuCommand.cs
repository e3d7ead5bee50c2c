namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh setvcpu</c>: attach/detach vcpu or groups of threads.</summary>
internal static class SetvcpuCommand
{
    internal static Command Definition => new("setvcpu", RunAsync)
    {
        Help = "attach/detach vcpu or groups of threads",
        Description = "Add or remove vcpus",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("vcpulist", "ids of vcpus to manipulate"),
            Option.Flag("enable", "enable cpus specified by cpumap"),
            Option.Flag("disable", "disable cpus specified by cpumap"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("enable", "disable");
        var impact = arguments.Impact();
        if (!arguments.Has("enable") && !arguments.Has("disable"))
        {
            throw new CommandFailure("one of --enable, --disable is required");
        }

        var list = arguments.Needed("vcpulist");
        var domain = await shell.DomainAsync(arguments);
        await domain.SetVcpuAsync(list, arguments.Has("enable") ? 1 : 0, impact);
    }
}
