namespace Lodge.Host.Setup.Steps;

/// <summary>The daemon's sockets, which start it when the first client comes. Where no systemd runs, nothing.</summary>
internal sealed class ServiceStep : ISetupStep
{
    private static readonly string[] Units = ["lodged.socket", "lodged-ro.socket", "lodged.service"];

    public string Name => "services";

    public async Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation)
    {
        var changes = new List<SetupChange>();
        foreach (var unit in host.HasSystemd ? Units : [])
        {
            if (host.Files.Exists($"/usr/lib/systemd/system/{unit}")
                && !await host.SucceedsAsync("systemctl", cancellation, "--quiet", "is-enabled", unit))
            {
                changes.Add(new SetupChange(
                    $"start {unit}, now and with the host",
                    [SetupCommand.Of("systemctl", "enable", "--now", unit)],
                    [SetupCommand.Of("systemctl", "disable", "--now", unit)]));
            }
        }

        return changes;
    }
}
