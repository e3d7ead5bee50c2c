using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>
/// Where a disk's content lies: a file, a block device, a network, a pool's volume, an NVMe namespace …
/// </summary>
public sealed class StorageSource
{
    /// <summary>The kind of place; <see cref="StorageType.None"/> ends a backing chain.</summary>
    public StorageType Type { get; set; } = StorageType.File;

    /// <summary>The form of the content; none where nothing was said.</summary>
    public StorageFormat Format { get; set; }

    /// <summary>The path of a file, device or folder, or the name on a network; null for an empty drive.</summary>
    public string? Path { get; set; }

    /// <summary>The group of passed descriptors to open instead of the path.</summary>
    public string? FdGroup { get; set; }

    /// <summary>How the network is reached, of a network source.</summary>
    public NetworkStorage? Network { get; set; }

    /// <summary>The pool's volume, of a volume source.</summary>
    public PoolVolume? Volume { get; set; }

    /// <summary>The namespace, of an NVMe source.</summary>
    public NvmeSource? Nvme { get; set; }

    /// <summary>The socket, of a vhost-user source.</summary>
    public CharacterSource? VhostUser { get; set; }

    /// <summary>The part of the place that is used.</summary>
    public StorageSlice? Slice { get; set; }

    /// <summary>Labels that differ from the domain's.</summary>
    public List<DeviceSecurityLabel> SecurityLabels { get; private set; } = [];

    /// <summary>How to authenticate.</summary>
    public StorageAuth? Auth { get; set; }

    /// <summary>How the content is encrypted.</summary>
    public StorageEncryption? Encryption { get; set; }

    /// <summary>How SCSI reservations are made.</summary>
    public PersistentReservations? Reservations { get; set; }

    /// <summary>Its number in a running guest's chain; 0 for none.</summary>
    public uint Index { get; set; }

    /// <summary>Largest size of a qcow2 metadata cache, in bytes; 0 for QEMU's own.</summary>
    public ulong MetadataCacheSize { get; set; }

    /// <summary>What lies below; null where that is not known.</summary>
    public StorageSource? Backing { get; set; }

    /// <summary>Whether what lies here was found by looking, not said by a person.</summary>
    public bool BackingDetected { get; set; }

    /// <summary>Whether nothing is there, as in an empty drive.</summary>
    public bool IsEmpty => Type switch
    {
        StorageType.None => true,
        StorageType.Network or StorageType.Nvme or StorageType.Vhostuser => false,
        StorageType.Volume => Volume is null,
        _ => Path is null && FdGroup is null,
    };

    /// <summary>The kind of place that XML shows: a pool's volume stays one once it is known where it lies.</summary>
    public StorageType ShownType => Volume is null ? Type : StorageType.Volume;

    /// <summary>Puts in where a pool's volume lies; all else that was said of it stays.</summary>
    /// <param name="place">The file, device or network address that it is.</param>
    public void Settle(StorageSource place)
    {
        (Type, Path, Network) = (place.Type, place.Path, place.Network);
        Auth = place.Auth;
    }

    internal static StorageSource ParseBase(string? type, string? format, string? index)
    {
        var source = new StorageSource();
        if (type is not null)
        {
            source.Type = StorageTypeNames.Table.TryParse(type, out var kind) && kind != StorageType.None
                ? kind
                : throw XmlError.Domain($"unknown storage source type '{type}'");
        }

        if (format is not null)
        {
            source.Format = StorageFormatNames.Table.TryParse(format, out var form) && form != StorageFormat.None
                ? form
                : throw XmlError.Domain($"unknown storage source format '{format}'");
        }

        if (index is not null)
        {
            source.Index = Numbers.TryUInt(index, 10, out var number)
                ? number
                : throw XmlError.Domain($"invalid storage source index '{index}'");
        }

        return source;
    }

    internal void Parse(Element element, DomainXmlParseOptions options)
    {
        switch (Type)
        {
            case StorageType.File:
                (Path, FdGroup) = (element.Attribute("file"), element.Attribute("fdgroup"));
                break;
            case StorageType.Block:
                Path = element.Attribute("dev");
                break;
            case StorageType.Dir:
                Path = element.Attribute("dir");
                break;
            case StorageType.Network:
                Path = element.Attribute("name");
                Network = NetworkStorage.Parse(element, Path);
                break;
            case StorageType.Volume:
                Volume = PoolVolume.Parse(element);
                break;
            case StorageType.Nvme:
                Nvme = NvmeSource.Parse(element);
                break;
            case StorageType.Vhostuser:
                VhostUser = CharacterSource.ParseVhostUserDisk(element);
                break;
        }

        Auth = element.Child("auth") is { } auth ? StorageAuth.Parse(auth) : null;
        Encryption = element.Child("encryption") is { } encryption ? StorageEncryption.Parse(encryption) : null;
        Reservations = element.Child("reservations") is { } reservations
            ? PersistentReservations.Parse(reservations) : null;
        Slice = StorageSlice.Parse(element);
        SecurityLabels = DeviceSecurityLabel.ParseAll(element, options);
        Path = Path is "" ? null : Path;
        if (options.Status && element.Child("privateData", "place") is { } place)
        {
            var settled = ParseBase(place.Attribute("type"), null, null);
            settled.Parse(place.Child("source") ?? place, options with { Status = false });
            Settle(settled);
        }
    }

    internal void FormatElement(
        XmlOutput output, DomainXmlFormatOptions options, string name = "source",
        StartupPolicy policy = default, bool index = false, bool auth = true, bool encryption = true)
    {
        output.Start(name);
        FormatPlace(output);
        output.Named("startupPolicy", ShownType == StorageType.Network ? default : policy, StartupPolicyNames.Table);
        if (index)
        {
            output.AttributeUnlessZero("index", Index);
        }

        if (Volume is null) Network?.FormatChildren(output, options);
        if (Nvme is not null)
        {
            PciAddress.FormatSource(output, Nvme.Address, withType: false);
        }

        VhostUser?.Reconnect?.Format(output);
        Slice?.Format(output);
        if (ShownType != StorageType.Network)
        {
            DeviceSecurityLabel.FormatAll(output, SecurityLabels, options);
        }

        if (auth && ShownType != StorageType.Volume)
        {
            Auth?.Format(output);
        }

        if (encryption)
        {
            Encryption?.FormatElement(output);
        }

        Reservations?.Format(output, options);
        if (options.Status && Type != ShownType) FormatSettled(output, options);
        output.EndUnlessEmpty();
    }

    private void FormatSettled(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("privateData").Start("place").Attribute("type", Type.ToXml());
        new StorageSource { Type = Type, Path = Path, Network = Network, Auth = Auth }.FormatElement(output, options);
        output.End().End();
    }

    private void FormatPlace(XmlOutput output)
    {
        switch (ShownType)
        {
            case StorageType.File:
                output.Attribute("file", Path).Attribute("fdgroup", FdGroup);
                break;
            case StorageType.Block:
                output.Attribute("dev", Path);
                break;
            case StorageType.Dir:
                output.Attribute("dir", Path);
                break;
            case StorageType.Network:
                Network?.FormatAttributes(output, Path);
                break;
            case StorageType.Volume:
                output.Attribute("pool", Volume?.Pool).Attribute("volume", Volume?.Volume)
                    .Named("mode", Volume?.Mode ?? default, PoolSourceModeNames.Table);
                break;
            case StorageType.Nvme:
                output.Attribute("type", "pci").YesNo("managed", Nvme?.Managed).Attribute("namespace", Nvme?.Namespace);
                break;
            case StorageType.Vhostuser:
                output.Attribute("type", "unix").Attribute("path", VhostUser?.Path);
                break;
        }
    }
}
