using System.Text;
using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainSnapshotCreateFlags;

namespace Lodge.Cli.Virsh.Snapshots;

/// <summary>Takes snapshots.</summary>
internal static class SnapshotCreation
{
    /// <summary>The flags that the options ask for.</summary>
    internal static VirDomainSnapshotCreateFlags Flags(Arguments arguments) =>
        arguments.Flag("no-metadata", VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA)
        | arguments.Flag("halt", VIR_DOMAIN_SNAPSHOT_CREATE_HALT)
        | arguments.Flag("disk-only", VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY)
        | arguments.Flag("reuse-external", VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT)
        | arguments.Flag("quiesce", VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE)
        | arguments.Flag("atomic", VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC)
        | arguments.Flag("live", VIR_DOMAIN_SNAPSHOT_CREATE_LIVE)
        | arguments.Flag("validate", VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE);

    /// <summary>The snapshot that the options of <c>snapshot-create-as</c> describe.</summary>
    internal static string Compose(Arguments arguments)
    {
        var text = new StringBuilder("<domainsnapshot>\n");
        if (arguments.Text("name") is { } name)
        {
            text.Append($"  <name>{XmlFormat.Escape(name)}</name>\n");
        }

        if (arguments.Text("description") is { } description)
        {
            text.Append($"  <description>{XmlFormat.Escape(description)}</description>\n");
        }

        if (arguments.Text("memspec") is { } memory)
        {
            text.Append(Memory(memory));
        }

        if (arguments.Has("diskspec"))
        {
            text.Append("  <disks>\n").Append(string.Concat(arguments.Rest.Select(Disk))).Append("  </disks>\n");
        }

        return text.Append("</domainsnapshot>\n").ToString();
    }

    private static string Memory(string text)
    {
        string? snapshot = null, file = null;
        foreach (var part in CommaList.Split(text))
        {
            if (part.StartsWith("snapshot=", StringComparison.Ordinal) && snapshot is null)
            {
                snapshot = part["snapshot=".Length..];
            }
            else if (part.StartsWith("file=", StringComparison.Ordinal) && file is null)
            {
                file = part["file=".Length..];
            }
            else if (part.StartsWith('/') && file is null)
            {
                file = part;
            }
            else
            {
                throw new CommandFailure($"unable to parse memspec: {text}");
            }
        }

        return $"  <memory{Attribute("snapshot", snapshot)}{Attribute("file", file)}/>\n";
    }

    private static string Disk(string text)
    {
        var parts = CommaList.Split(text);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || part[..equals] is not ("snapshot" or "driver" or "stype" or "file")
                || !values.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw new CommandFailure($"unable to parse diskspec: {text}");
            }
        }

        var type = values.GetValueOrDefault("stype");
        if (type is not (null or "block" or "file"))
        {
            throw new CommandFailure($"Unknown storage type: '{type}'\nerror: unable to parse diskspec: {text}");
        }

        var inside = Line("driver", "type", values.GetValueOrDefault("driver"))
            + Line("source", type == "block" ? "dev" : "file", values.GetValueOrDefault("file"));
        var start =
            $"    <disk{Attribute("name", parts[0])}{Attribute("snapshot", values.GetValueOrDefault("snapshot"))}"
            + Attribute("type", type);
        return inside.Length == 0 ? $"{start}/>\n" : $"{start}>\n{inside}    </disk>\n";
    }

    private static string Line(string element, string attribute, string? value) =>
        value is null ? "" : $"      <{element}{Attribute(attribute, value)}/>\n";

    private static string Attribute(string name, string? value) =>
        value is null ? "" : $" {name}='{XmlFormat.Escape(value)}'";
}
