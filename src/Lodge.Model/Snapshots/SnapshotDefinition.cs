using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Snapshots;

/// <summary>A domain's snapshot.</summary>
/// <remarks>Source: libvirt's <c>formatsnapshot.html</c>.</remarks>
public sealed class SnapshotDefinition
{
    /// <summary>The state of a snapshot of disks alone.</summary>
    public const string DiskSnapshotState = "disk-snapshot";

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What a person said of it.</summary>
    public string? Description { get; set; }

    /// <summary>What the guest did: <c>running</c>, <c>paused</c>, <c>shutoff</c>, <c>disk-snapshot</c> …</summary>
    public string? State { get; set; }

    /// <summary>The snapshot it comes after; null for none.</summary>
    public string? Parent { get; set; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public long CreationTime { get; set; }

    /// <summary>Where the guest's memory is kept; default where nothing was said.</summary>
    public SnapshotLocation Memory { get; set; }

    /// <summary>The file with the guest's memory, of an external one.</summary>
    public string? MemoryFile { get; set; }

    /// <summary>What is done with each disk.</summary>
    public List<SnapshotDisk> Disks { get; } = [];

    /// <summary>The domain as it was; null where it was not kept.</summary>
    public DomainDefinition? Domain { get; set; }

    /// <summary>The configuration beside a running guest's definition, where it differed.</summary>
    public DomainDefinition? InactiveDomain { get; set; }

    /// <summary>The CPU exactly as the guest saw it.</summary>
    public Cpu? ExactCpu { get; set; }

    /// <summary>Whether any disk's state, or the memory, is in files of its own.</summary>
    public bool IsExternal => Memory == SnapshotLocation.External
        || Disks.Exists(disk => disk.Location == SnapshotLocation.External);

    /// <summary>Reads a snapshot.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <param name="redefined">Whether it tells of one that was made before: with its state, time and domain.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static SnapshotDefinition Parse(string xml, bool redefined)
    {
        var root = XmlReading.Read(
            xml, VirErrorDomain.VIR_FROM_DOMAIN_SNAPSHOT, kept: "metadata", source: "domain_snapshot");
        if (root.Name != "domainsnapshot")
        {
            throw XmlError.Here($"unexpected root element <{root.Name}>, expecting <domainsnapshot>");
        }

        var snapshot = new SnapshotDefinition
        {
            Name = root.ChildText("name") ?? (redefined
                ? throw XmlError.Here("a redefined snapshot must have a name")
                : DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            Description = root.ChildText("description"),
        };
        if (redefined)
        {
            snapshot.ParseRedefined(root);
        }
        else
        {
            snapshot.CreationTime = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        }

        snapshot.ParseMemory(root.Child("memory"));
        snapshot.Disks.AddRange((root.Child("disks")?.All("disk") ?? []).Select(SnapshotDisk.Parse));
        return snapshot;
    }

    /// <summary>Whether a stored snapshot's text says that it is the current one.</summary>
    public static bool IsMarkedCurrent(string xml) =>
        XmlReading.Read(xml, VirErrorDomain.VIR_FROM_DOMAIN_SNAPSHOT, kept: "metadata").ChildText("active") == "1";

    /// <summary>Writes the snapshot.</summary>
    /// <param name="secure">Whether with secrets.</param>
    /// <param name="isCurrent">Whether it is the current one, for the daemon's own file; null for anybody else.</param>
    public string Format(bool secure, bool? isCurrent = null)
    {
        var options = new DomainXmlFormatOptions { Inactive = true, Secure = secure };
        var output = new XmlOutput();
        output.Start("domainsnapshot").Text("name", Name).Text("description", Description).Text("state", State);
        if (Parent is not null)
        {
            output.Start("parent").Text("name", Parent).End();
        }

        output.Text("creationTime", CreationTime == 0 ? null : CreationTime.ToString(CultureInfo.InvariantCulture));
        if (Memory != SnapshotLocation.Default)
        {
            output.Start("memory").Attribute("snapshot", Memory.ToXml()).Attribute("file", MemoryFile).End();
        }

        if (Disks.Count > 0)
        {
            output.Start("disks");
            Disks.ForEach(disk => disk.Format(output));
            output.End();
        }

        Domain?.Format(output, options);
        InactiveDomain?.Format(output, options, "inactiveDomain");
        if (ExactCpu is not null)
        {
            SaveCookie.FormatElement(output, ExactCpu);
        }

        if (isCurrent is { } current)
        {
            output.Text("active", current ? "1" : "0");
        }

        return output.End().ToString();
    }

    private void ParseRedefined(Element root)
    {
        CreationTime = long.TryParse(
            root.ChildText("creationTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw XmlError.Here("missing creationTime from existing snapshot");
        Parent = root.Child("parent")?.ChildText("name");
        State = root.ChildText("state") ?? throw XmlError.Here("missing state from existing snapshot");
        if (root.Child("domain") is { } domain && domain.Attribute("type") is not null)
        {
            Domain = DomainDefinition.Parse(domain, DomainXmlParseOptions.Configuration);
        }

        if (root.Child("inactiveDomain") is { } inactive)
        {
            InactiveDomain = DomainDefinition.Parse(inactive, DomainXmlParseOptions.Configuration);
        }

        ExactCpu = root.Child("cookie") is { } cookie ? SaveCookie.ReadCpu(cookie) : null;
    }

    private void ParseMemory(Element? memory)
    {
        if (memory is null)
        {
            return;
        }

        MemoryFile = memory.Attribute("file");
        Memory = memory.Attribute("snapshot") switch
        {
            null => MemoryFile is null ? SnapshotLocation.Default : SnapshotLocation.External,
            var word when SnapshotLocationNames.Table.TryParse(word, out var location)
                && location is SnapshotLocation.No or SnapshotLocation.Internal
                or SnapshotLocation.External => location,
            var word => throw XmlError.Unsupported($"unknown memory snapshot setting '{word}'"),
        };
        if (MemoryFile is not null && Memory != SnapshotLocation.External)
        {
            throw XmlError.Here($"memory filename '{MemoryFile}' requires external snapshot");
        }

        if (Memory == SnapshotLocation.External && MemoryFile is null)
        {
            throw XmlError.Here("external memory snapshots require a filename");
        }

        if (MemoryFile is not null && !MemoryFile.StartsWith('/'))
        {
            throw XmlError.Here($"memory snapshot file path ({MemoryFile}) must be absolute");
        }
    }
}
