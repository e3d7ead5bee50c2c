using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh domtime</c>: domain time.</summary>
internal static class DomtimeCommand
{
    internal static Command Definition => new("domtime", RunAsync)
    {
        Help = "domain time",
        Description = "Gets or sets the domain's system time",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("now", "set to the time of the host running virsh"),
            Option.Flag("pretty", "print domain's time in human readable form"),
            Option.Flag("sync", "instead of setting given time, synchronize from domain's RTC"),
            Option.Number("time", "time to set"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("time", "now");
        arguments.Exclusive("time", "sync");
        arguments.Exclusive("now", "sync");
        var domain = await shell.DomainAsync(arguments);
        var time = arguments.Int64("time");
        var sync = arguments.Has("sync");
        if (time is null && !arguments.Has("now") && !sync)
        {
            var seconds = (await domain.GetTimeAsync()).Seconds;
            var shown = arguments.Has("pretty")
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                    .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                : $"{seconds}";
            shell.Print($"Time: {shown}");
            return;
        }

        var target = arguments.Has("now") ? DateTimeOffset.UtcNow.ToUnixTimeSeconds() : time ?? 0;
        await domain.SetTimeAsync(target, 0, sync ? VirDomainSetTimeFlags.VIR_DOMAIN_TIME_SYNC : 0);
    }
}
