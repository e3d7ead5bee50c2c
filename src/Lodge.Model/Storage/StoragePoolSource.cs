using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Storage;

/// <summary>What a pool stands on (<c>&lt;source&gt;</c>).</summary>
public sealed record StoragePoolSource
{
    /// <summary>The name of a volume group, Ceph pool, Gluster volume and the like.</summary>
    public string? Name { get; init; }

    /// <summary>The servers.</summary>
    public IReadOnlyList<StoragePoolHost> Hosts { get; init; } = [];

    /// <summary>The devices, or the iSCSI target.</summary>
    public IReadOnlyList<StoragePoolDevice> Devices { get; init; } = [];

    /// <summary>The folder of a server.</summary>
    public string? Directory { get; init; }

    /// <summary>The SCSI host adapter.</summary>
    public StorageAdapter Adapter { get; init; } = new();

    /// <summary>The name this host has towards an iSCSI target.</summary>
    public string? InitiatorName { get; init; }

    /// <summary>
    /// The format, a word of <see cref="StoragePoolTraits.SourceFormats"/>; null where the type has none.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>How to prove who we are.</summary>
    public StorageAuth? Auth { get; init; }

    /// <summary>The version of NFS.</summary>
    public string? ProtocolVersion { get; init; }

    /// <summary>Who made the storage.</summary>
    public string? Vendor { get; init; }

    /// <summary>What they call it.</summary>
    public string? Product { get; init; }

    internal static StoragePoolSource Parse(Element element, StoragePoolTraits traits)
    {
        var name = element.ChildText("name");
        if (traits.Type == StoragePoolType.Rbd && name is null)
        {
            throw StorageError.Xml("element 'name' is mandatory for RBD pool");
        }

        var format = ParseFormat(element, traits);
        var hosts = element.All("host").ConvertAll(StoragePoolHost.Parse);
        var devices = element.All("device").ConvertAll(StoragePoolDevice.Parse);
        var directory = element.ChildAttribute("dir", "path") is { } path ? StoragePath.Sanitize(path) : null;
        var adapter = element.Child("adapter") is { } adapted ? StorageAdapter.Parse(adapted) : new();
        var auth = element.Child("auth") is { } proof ? StoragePoolAuth.Parse(proof) : null;
        return new()
        {
            Name = name,
            Format = format,
            Hosts = hosts,
            Devices = devices,
            InitiatorName = element.Child("initiator")?.ChildAttribute("iqn", "name"),
            Directory = directory ?? (traits.Type == StoragePoolType.Gluster ? "/" : null),
            Adapter = adapter,
            Auth = auth,
            ProtocolVersion = ParseProtocol(element, traits, format),
            Vendor = element.ChildAttribute("vendor", "name"),
            Product = element.ChildAttribute("product", "name"),
        };
    }

    /// <summary>Writes the element with what the type has of it.</summary>
    internal void FormatElement(XmlOutput output, StoragePoolTraits traits)
    {
        output.Start("source");
        if (traits.Has(StoragePoolParts.Host))
        {
            foreach (var host in Hosts)
            {
                host.Format(output);
            }
        }

        if (traits.Has(StoragePoolParts.Device))
        {
            foreach (var device in Devices)
            {
                device.Format(output);
            }
        }

        if (traits.Has(StoragePoolParts.Directory) && Directory is not null)
        {
            output.Start("dir").Attribute("path", Directory).End();
        }

        if (traits.Has(StoragePoolParts.Adapter) && Adapter.Type != StorageAdapterType.Default)
        {
            Adapter.Format(output);
        }

        output.Text("name", traits.Has(StoragePoolParts.Name) ? Name : null);
        if (traits.Has(StoragePoolParts.Initiator) && InitiatorName is not null)
        {
            output.Start("initiator").Start("iqn").Attribute("name", InitiatorName).End().End();
        }

        Named(output, "format", "type", Format);
        Auth?.Format(output);
        Named(output, "protocol", "ver", ProtocolVersion);
        Named(output, "vendor", "name", Vendor);
        Named(output, "product", "name", Product);
        output.EndLong();
    }

    private static void Named(XmlOutput output, string element, string attribute, string? value)
    {
        if (value is not null)
        {
            output.Start(element).Attribute(attribute, value).End();
        }
    }

    private static string? ParseFormat(Element element, StoragePoolTraits traits)
    {
        if (traits.SourceFormats is not { } known)
        {
            return null;
        }

        return element.ChildAttribute("format", "type") is not { } format ? traits.DefaultSourceFormat
            : known.Contains(format) ? format
            : throw StorageError.Unsupported($"unknown pool format type {format}");
    }

    private static string? ParseProtocol(Element element, StoragePoolTraits traits, string? format)
    {
        if (element.ChildAttribute("protocol", "ver") is not { } version)
        {
            return null;
        }

        // libvirt looks at the number of the format whatever the type: its first two are those of NFS.
        var index = format is null ? 0 : traits.SourceFormats!.ToList().IndexOf(format);
        if (index > 1)
        {
            var shown = StoragePoolTraits.Of(StoragePoolType.Netfs).SourceFormats!;
            throw StorageError.Unsupported(
                "storage pool protocol ver unsupported for pool type "
                    + $"'{(index < shown.Count ? shown[index] : "(null)")}'");
        }

        return version.Contains(',', StringComparison.Ordinal)
            ? throw StorageError.Of(
                VirErrorNumber.VIR_ERR_XML_DETAIL, $"storage pool protocol ver '{version}' must not contain ','")
            : version;
    }
}
