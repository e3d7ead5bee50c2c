namespace Lodge.Model.Domain;

/// <summary>How a domain's XML is read (libvirt's <c>VIR_DOMAIN_DEF_PARSE_*</c>).</summary>
public sealed record DomainXmlParseOptions
{
    /// <summary>What a person or a configuration file says: live-only data is passed over.</summary>
    public static DomainXmlParseOptions Configuration { get; } = new() { Inactive = true };

    /// <summary>What the daemon wrote about a running guest.</summary>
    public static DomainXmlParseOptions Live { get; } = new() { Status = true, ActualNetwork = true };

    /// <summary>Pass over what only a running guest has (aliases, chosen ports, pty paths).</summary>
    public bool Inactive { get; init; }

    /// <summary>Read the daemon's own notes about a running guest.</summary>
    public bool Status { get; init; }

    /// <summary>Read what a network gave to an interface.</summary>
    public bool ActualNetwork { get; init; }

    /// <summary>Pass over the domain's security labels.</summary>
    public bool SkipSecurityLabels { get; init; }
}
