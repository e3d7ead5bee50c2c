using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainVcpuFlags;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>How many virtual CPUs a domain has: now, at the next start, and at most.</summary>
internal static class VcpuCounts
{
    /// <summary>Runs <c>vcpucount</c>.</summary>
    internal static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var anyChoice = arguments.Has("maximum") || arguments.Has("active") || arguments.Has("current")
            || arguments.Has("config") || arguments.Has("live") || arguments.Has("guest");
        Arguments.Exclusive("live", arguments.Has("live"), "config", arguments.Has("config"));
        if (arguments.Has("maximum") || arguments.Has("active") || !arguments.Has("current"))
        {
            arguments.Exclusive("current", "live");
            arguments.Exclusive("current", "config");
        }

        arguments.Exclusive("active", "maximum");
        arguments.Exclusive("guest", "config");
        var flags = arguments.Flag("config", VIR_DOMAIN_VCPU_CONFIG)
            | arguments.Flag("live", VIR_DOMAIN_VCPU_LIVE)
            | arguments.Flag("maximum", VIR_DOMAIN_VCPU_MAXIMUM)
            | arguments.Flag("guest", VIR_DOMAIN_VCPU_GUEST);
        var domain = await shell.DomainAsync(arguments);
        if (anyChoice)
        {
            shell.Print($"{await CountAsync(domain, flags)}\n");
        }
        else
        {
            await PrintAllAsync(shell, domain);
        }
    }

    /// <summary>The count, or null where the domain is not running or has no definition to speak of.</summary>
    internal static async Task<int?> TryCountAsync(Domain domain, VirDomainVcpuFlags flags)
    {
        if ((flags.HasFlag(VIR_DOMAIN_VCPU_LIVE) && !await domain.IsActiveAsync())
            || (flags.HasFlag(VIR_DOMAIN_VCPU_CONFIG) && !await domain.IsPersistentAsync()))
        {
            return null;
        }

        return await CountAsync(domain, flags);
    }

    private static async Task PrintAllAsync(Shell shell, Domain domain)
    {
        (string Kind, string Where, VirDomainVcpuFlags Flags)[] rows =
        [
            ("maximum", "config", VIR_DOMAIN_VCPU_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM),
            ("maximum", "live", VIR_DOMAIN_VCPU_LIVE | VIR_DOMAIN_VCPU_MAXIMUM),
            ("current", "config", VIR_DOMAIN_VCPU_CONFIG),
            ("current", "live", VIR_DOMAIN_VCPU_LIVE),
        ];
        foreach (var (kind, where, flags) in rows)
        {
            if (await TryCountAsync(domain, flags) is { } count)
            {
                shell.Print($"{kind,-12} {where,-12} {count,3}\n");
            }
        }
    }

    /// <summary>Asks the daemon; one too old for the flags tells it in other ways.</summary>
    private static async Task<int> CountAsync(Domain domain, VirDomainVcpuFlags flags)
    {
        try
        {
            return await domain.GetVcpusFlagsAsync(flags);
        }
        catch (VirException error) when (
            error.Code is VirErrorNumber.VIR_ERR_NO_SUPPORT or VirErrorNumber.VIR_ERR_INVALID_ARG)
        {
            if (flags.HasFlag(VIR_DOMAIN_VCPU_GUEST))
            {
                throw new CommandFailure("Failed to retrieve vCPU count from the guest", error);
            }
        }

        if ((flags & (VIR_DOMAIN_VCPU_LIVE | VIR_DOMAIN_VCPU_CONFIG)) == 0 && await domain.IsActiveAsync())
        {
            flags |= VIR_DOMAIN_VCPU_LIVE;
        }

        if (flags.HasFlag(VIR_DOMAIN_VCPU_LIVE))
        {
            return flags.HasFlag(VIR_DOMAIN_VCPU_MAXIMUM)
                ? await domain.GetMaxVcpusAsync()
                : (await domain.GetInfoAsync()).NrVirtCpu;
        }

        var xml = await Shell.DomainXmlAsync(domain, VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE);
        var (path, what) = flags.HasFlag(VIR_DOMAIN_VCPU_MAXIMUM) ? ("vcpu", "maximum") : ("vcpu/@current", "current");
        return int.TryParse(xml.Get(path), out var count)
            ? count
            : throw new CommandFailure($"Failed to retrieve {what} vcpu count");
    }
}
