using System.Globalization;
using System.Xml.Linq;

namespace Lodge.Web.Hypervisors;

/// <summary>A guest as it was last seen. It never changes: another one takes its place.</summary>
public sealed record Guest
{
    /// <summary>Where it lives.</summary>
    public required Hypervisor Host { get; init; }

    /// <summary>What calls are made on.</summary>
    public required Domain Domain { get; init; }

    /// <summary>Its UUID.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>What it does.</summary>
    public VirDomainState State { get; init; }

    /// <summary>Why; its meaning depends on the state.</summary>
    public int Reason { get; init; }

    /// <summary>Whether it starts with the host.</summary>
    public bool Autostart { get; init; }

    /// <summary>Whether it is still there when it stops.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>Whether a saved state waits for the next start.</summary>
    public bool HasSavedState { get; init; }

    /// <summary>One line about it, or the empty text.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its group and tags.</summary>
    public GuestLabels Labels { get; init; } = GuestLabels.None;

    /// <summary>The memory that it has, in KiB.</summary>
    public ulong Memory { get; init; }

    /// <summary>Its virtual processors.</summary>
    public int Vcpus { get; init; }

    /// <summary>The identity of its operating system in the database of libosinfo, or null.</summary>
    public string? OsId { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Domain.Name;

    /// <summary>Whether a machine exists: running, paused or on its way.</summary>
    public bool IsActive => State is VirDomainState.VIR_DOMAIN_RUNNING or VirDomainState.VIR_DOMAIN_BLOCKED
        or VirDomainState.VIR_DOMAIN_PAUSED or VirDomainState.VIR_DOMAIN_SHUTDOWN
        or VirDomainState.VIR_DOMAIN_PMSUSPENDED;

    /// <summary>Whether its processors run.</summary>
    public bool IsRunning => State is VirDomainState.VIR_DOMAIN_RUNNING or VirDomainState.VIR_DOMAIN_BLOCKED;

    /// <summary>Whether it is paused.</summary>
    public bool IsPaused => State == VirDomainState.VIR_DOMAIN_PAUSED;

    /// <summary>Its page.</summary>
    public string Path => $"/hosts/{Host.Id}/guests/{Uuid}";

    /// <summary>Takes what a description says.</summary>
    public Guest With(XElement domain)
    {
        XNamespace osinfo = "http://libosinfo.org/xmlns/libvirt/domain/1.0";
        return this with
        {
            Title = (string?)domain.Element("title") ?? "",
            Labels = GuestLabels.Of(domain),
            Memory = KibibytesOf(domain.Element("currentMemory") ?? domain.Element("memory")),
            Vcpus = int.TryParse(
                (string?)domain.Element("vcpu")?.Attribute("current") ?? (string?)domain.Element("vcpu"),
                CultureInfo.InvariantCulture, out var count) ? count : 1,
            OsId = (string?)domain.Descendants(osinfo + "os").FirstOrDefault()?.Attribute("id"),
        };
    }

    private static ulong KibibytesOf(XElement? memory) =>
        ulong.TryParse((string?)memory, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
