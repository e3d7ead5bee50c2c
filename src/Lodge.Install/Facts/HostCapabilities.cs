using Lodge.Install.Drafts;

namespace Lodge.Install.Facts;

/// <summary>What a host is and which guests it can run, as its capabilities XML says.</summary>
/// <remarks>Source: <c>https://libvirt.org/formatcaps.html</c>.</remarks>
internal sealed class HostCapabilities
{
    private readonly DraftNode[] _guests;

    private HostCapabilities(DraftNode root)
    {
        Architecture = root.Get("host/cpu/arch");
        ProcessorModel = root.Get("host/cpu/model");
        SecurityModels = [.. root.All("host/secmodel").Select(model => model.Get("model") ?? "")];
        QemuOwner = root.All("host/secmodel").FirstOrDefault(model => model.Get("model") == "dac")?
            .All("baselabel").FirstOrDefault(label => label.Get("@type") is "qemu" or "kvm")?.Get(".");
        _guests = [.. root.All("guest")];
    }

    /// <summary>The host's architecture.</summary>
    public string? Architecture { get; }

    /// <summary>Model of the host's processor; null where none is named.</summary>
    public string? ProcessorModel { get; }

    /// <summary>The ways in which guests are kept apart (<c>selinux</c>, <c>dac</c>), the foremost first.</summary>
    public IReadOnlyList<string> SecurityModels { get; }

    /// <summary>User and group of guests as <c>+64055:+109</c>; null where that is not said.</summary>
    public string? QemuOwner { get; }

    /// <summary>The capabilities that an XML describes.</summary>
    /// <exception cref="FormatException">It is no XML.</exception>
    public static HostCapabilities Parse(string xml) => new(DraftNode.Parse(xml));

    /// <summary>The guest that fits best to what is asked for; null leaves it to the host.</summary>
    /// <param name="osType">Kind of virtualization (<c>hvm</c>, <c>xen</c>, <c>exe</c>).</param>
    /// <param name="architecture">Architecture of the guest.</param>
    /// <param name="type">Type of domain (<c>kvm</c>, <c>qemu</c>).</param>
    /// <param name="machine">Type of machine.</param>
    /// <exception cref="FormatException">The host runs no such guest.</exception>
    public GuestCapabilities Find(string? osType, string? architecture, string? type, string? machine)
    {
        if (osType == "linux") osType = "xen";
        var guest = Find(osType, architecture) ?? throw new FormatException(NoGuest(osType, architecture));
        var domains = guest.All("arch/domain")
            .Where(domain => type is null
                || string.Equals(domain.Get("@type"), type, StringComparison.OrdinalIgnoreCase))
            .Where(domain => machine is null || GuestCapabilities.NamesOf(guest, domain).Contains(machine))
            .ToList();
        foreach (var wanted in new[] { "kvm", "xen", "qemu" })
        {
            if (domains.Find(domain => domain.Get("@type") == wanted) is { } best) return new(guest, best);
        }

        if (domains.Count > 0) return new GuestCapabilities(guest, domains[^1]);
        var (kind, at) = (guest.Get("os_type"), guest.Get("arch/@name"));
        var with = machine is null ? "" : $"with machine '{machine}' ";
        throw new FormatException($"Host does not support domain type {type ?? "None"} {with}"
            + $"for virtualization type '{kind}' with architecture '{at}'");
    }

    private DraftNode? Find(string? osType, string? architecture)
    {
        string?[] tried = architecture is null ? [Architecture, null] : [architecture];
        foreach (var name in tried)
        {
            var found = Array.Find(_guests, guest => (osType is null || guest.Get("os_type") == osType)
                && (name is null || guest.Get("arch/@name") == name));
            if (found is not null) return found;
        }

        return null;
    }

    private static string NoGuest(string? osType, string? architecture) => (osType, architecture) switch
    {
        (not null, not null) =>
            $"Host does not support virtualization type '{osType}' for architecture '{architecture}'",
        (null, not null) => $"Host does not support any virtualization options for architecture '{architecture}'",
        (not null, null) => $"Host does not support virtualization type '{osType}'",
        _ => "Host does not support any virtualization options",
    };
}
