namespace Lodge.Model.Domain;

/// <summary>How a domain's XML is written (libvirt's <c>VIR_DOMAIN_DEF_FORMAT_*</c>).</summary>
public sealed record DomainXmlFormatOptions
{
    /// <summary>The state of a running guest, without secrets.</summary>
    public static DomainXmlFormatOptions Live { get; } = new();

    /// <summary>What is stored as configuration, secrets and all.</summary>
    public static DomainXmlFormatOptions Configuration { get; } = new() { Inactive = true, Secure = true };

    /// <summary>What is stored about a running guest.</summary>
    public static DomainXmlFormatOptions StatusFile { get; } =
        new() { Secure = true, Status = true, ActualNetwork = true, ClockAdjust = true };

    /// <summary>Secrets too (VIR_DOMAIN_XML_SECURE).</summary>
    public bool Secure { get; init; }

    /// <summary>Nothing that only a running guest has (VIR_DOMAIN_XML_INACTIVE).</summary>
    public bool Inactive { get; init; }

    /// <summary>In the form that older hosts understand (VIR_DOMAIN_XML_MIGRATABLE).</summary>
    public bool Migratable { get; init; }

    /// <summary>The daemon's own notes about a running guest.</summary>
    public bool Status { get; init; }

    /// <summary>What a network gave to an interface, in its own element.</summary>
    public bool ActualNetwork { get; init; }

    /// <summary>The first adjustment of a variable clock.</summary>
    public bool ClockAdjust { get; init; }
}
