namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh cpu-models</c>: CPU models.</summary>
internal static class CpuModelsCommand
{
    internal static Command Definition => new("cpu-models", RunAsync)
    {
        Help = "CPU models",
        Description = "Get the CPU models for an arch.",
        Options =
        [
            Option.Data("arch", "architecture"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var models = await shell.Connection.GetCpuModelNamesAsync(arguments.Needed("arch"))
            .OrFail("failed to get CPU model names");
        if (models.Length == 0)
        {
            shell.PrintExtra("all CPU models are accepted\n");
        }

        shell.Print(string.Concat(models.Select(static model => model + "\n")));
    }
}
