namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary>The commands that virsh lists under "Domain Monitoring".</summary>
internal static class DomainMonitoringCommands
{
    internal static readonly CommandGroup Group = new("Domain Monitoring", "monitor",
    [
        new("domblkerror", static () => DomblkerrorCommand.Definition),
        new("domblkinfo", static () => DomblkinfoCommand.Definition),
        new("domblklist", static () => DomblklistCommand.Definition),
        new("domblkstat", static () => DomblkstatCommand.Definition),
        new("domcontrol", static () => DomcontrolCommand.Definition),
        new("domif-getlink", static () => DomifGetlinkCommand.Definition),
        new("domifaddr", static () => DomifaddrCommand.Definition),
        new("domiflist", static () => DomiflistCommand.Definition),
        new("domifstat", static () => DomifstatCommand.Definition),
        new("dominfo", static () => DominfoCommand.Definition),
        new("dommemstat", static () => DommemstatCommand.Definition),
        new("domstate", static () => DomstateCommand.Definition),
        new("domstats", static () => DomstatsCommand.Definition),
        new("domtime", static () => DomtimeCommand.Definition),
        new("list", static () => ListCommand.Definition),
    ]);
}
