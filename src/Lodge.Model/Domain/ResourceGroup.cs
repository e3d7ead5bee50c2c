using System.Globalization;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>
/// Shares of caches and memory bandwidth of some virtual CPUs (<c>&lt;cachetune&gt;</c>, <c>&lt;memorytune&gt;</c>).
/// </summary>
public sealed class ResourceGroup
{
    /// <summary>The virtual CPUs.</summary>
    public required CpuSet Vcpus { get; set; }

    /// <summary>The group's name on the host, of a running guest.</summary>
    public string? Id { get; set; }

    /// <summary>Shares of caches.</summary>
    public List<CacheShare> Caches { get; } = [];

    /// <summary>Percent of the memory bandwidth, by host node.</summary>
    public List<KeyValuePair<uint, uint>> Bandwidths { get; } = [];

    /// <summary>Virtual CPUs whose use of the third cache is counted.</summary>
    public List<CpuSet> CacheMonitors { get; } = [];

    /// <summary>Virtual CPUs whose use of memory bandwidth is counted.</summary>
    public List<CpuSet> BandwidthMonitors { get; } = [];

    internal static void ParseCache(
        Element element, List<ResourceGroup> groups, Domain.Vcpus vcpus, DomainXmlParseOptions options)
    {
        if (Members(element, vcpus) is not { } members)
        {
            return;
        }

        if (groups.Exists(other => other.Vcpus.Equals(members)))
        {
            throw XmlError.Domain("Identical vcpus in cachetunes found");
        }

        var group = New(element, groups, members, options);
        foreach (var cache in element.All("cache"))
        {
            var share = CacheShare.Parse(cache);
            if (group.Caches.Exists(share.CollidesWith))
            {
                throw XmlError.Resources(
                    $"Colliding cache allocations for cache level '{share.Level}' id '{share.Id}', "
                    + $"type '{share.Type.ToXml()}'");
            }

            group.Caches.Add(share);
        }

        ParseMonitors(element, vcpus, members, group.CacheMonitors, withLevel: true);
        if (group.Caches.Count > 0 || group.CacheMonitors.Count > 0)
        {
            groups.Add(group);
        }
    }

    internal static void ParseMemory(
        Element element, List<ResourceGroup> groups, Domain.Vcpus vcpus, DomainXmlParseOptions options)
    {
        if (Members(element, vcpus) is not { } members)
        {
            return;
        }

        var existing = groups.Find(other => other.Vcpus.Equals(members));
        var group = existing ?? New(element, groups, members, options);
        foreach (var node in element.All("node"))
        {
            node.Required("id");
            node.Required("bandwidth");
            var (id, percent) = (node.UInt("id") ?? 0, node.UInt("bandwidth") ?? 0);
            if (percent > 100)
            {
                throw XmlError.Resources("Memory Bandwidth value exceeding 100 is invalid.");
            }

            if (group.Bandwidths.Exists(share => share.Key == id))
            {
                throw XmlError.Resources($"Memory Bandwidth already defined for node {id}");
            }

            group.Bandwidths.Add(new(id, percent));
        }

        ParseMonitors(element, vcpus, members, group.BandwidthMonitors, withLevel: false);
        if (existing is null && (group.Bandwidths.Count > 0 || group.BandwidthMonitors.Count > 0))
        {
            groups.Add(group);
        }
    }

    internal void FormatCache(XmlOutput output, DomainXmlFormatOptions options)
    {
        if (Caches.Count == 0 && CacheMonitors.Count == 0)
        {
            return;
        }

        output.Start("cachetune").Attribute("vcpus", Vcpus.ToString())
            .Attribute("id", options.Inactive ? null : Name());
        Caches.ForEach(cache => cache.Format(output));
        CacheMonitors.ForEach(monitor =>
            output.Start("monitor").Attribute("level", "3").Attribute("vcpus", monitor.ToString()).End());
        output.End();
    }

    internal void FormatMemory(XmlOutput output, DomainXmlFormatOptions options)
    {
        if (Bandwidths.Count == 0 && BandwidthMonitors.Count == 0)
        {
            return;
        }

        output.Start("memorytune").Attribute("vcpus", Vcpus.ToString())
            .Attribute("id", options.Inactive ? null : Name());
        foreach (var (node, percent) in Bandwidths)
        {
            output.Start("node").Attribute("id", (ulong?)node).Attribute("bandwidth", (ulong?)percent).End();
        }

        BandwidthMonitors.ForEach(monitor => output.Start("monitor").Attribute("vcpus", monitor.ToString()).End());
        output.End();
    }

    private static ResourceGroup New(
        Element element, List<ResourceGroup> groups, CpuSet members, DomainXmlParseOptions options) =>
        groups.Exists(other => other.Vcpus.Overlaps(members))
            ? throw XmlError.Domain("Overlapping vcpus in resctrls")
            : new() { Vcpus = members, Id = options.Inactive ? null : element.Attribute("id") };

    private static CpuSet? Members(Element element, Domain.Vcpus vcpus)
    {
        var text = element.Attribute("vcpus") ?? throw XmlError.Domain($"Missing {element.Name} attribute 'vcpus'");
        if (!CpuSet.TryParse(text, out var set))
        {
            throw XmlError.Domain($"Invalid {element.Name} attribute 'vcpus' value '{text}'");
        }

        var present = new CpuSet(set.Members.Where(member => member < vcpus.Maximum));
        return present.IsEmpty ? null : present;
    }

    private static void ParseMonitors(
        Element element, Domain.Vcpus vcpus, CpuSet members, List<CpuSet> monitors, bool withLevel)
    {
        foreach (var monitor in element.All("monitor"))
        {
            if (withLevel)
            {
                monitor.Required("level");
                if (monitor.UInt("level") is not 3 and { } level)
                {
                    throw XmlError.Domain($"Invalid monitor cache level '{level}'");
                }
            }

            var watched = Members(monitor, vcpus) ?? throw Invalid("vcpus is empty");
            if (watched.Members.Any(vcpu => !members.Contains(vcpu)))
            {
                throw Invalid("Monitor vcpus conflicts with allocation");
            }

            monitors.Add(watched);
        }
    }

    private static Protocol.Errors.VirException Invalid(string detail) =>
        XmlError.Domain(Protocol.Errors.VirErrorNumber.VIR_ERR_INVALID_ARG, detail);

    private string Name() => Id ?? string.Create(CultureInfo.InvariantCulture, $"vcpus_{Vcpus}");
}
