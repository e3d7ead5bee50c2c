using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Storage;

/// <summary>The SCSI host adapter of a pool (<c>&lt;adapter&gt;</c>).</summary>
public sealed record StorageAdapter
{
    /// <summary>What kind it is.</summary>
    public StorageAdapterType Type { get; init; }

    /// <summary>A SCSI host by its name: <c>host5</c> or <c>scsi_host5</c>.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// A SCSI host by the PCI device it is of, with <see cref="UniqueId"/>; null where it goes by name.
    /// </summary>
    public PciAddress? ParentAddress { get; init; }

    /// <summary>Which of the hosts of that PCI device.</summary>
    public int UniqueId { get; init; }

    /// <summary>The Fibre Channel host that the virtual one is made on.</summary>
    public string? Parent { get; init; }

    /// <summary>That host by its node's name.</summary>
    public string? ParentNodeName { get; init; }

    /// <summary>That host by its port's name.</summary>
    public string? ParentPortName { get; init; }

    /// <summary>That host by its fabric's name.</summary>
    public string? ParentFabricName { get; init; }

    /// <summary>Whether the virtual host is removed when the pool stops.</summary>
    public bool? IsManaged { get; init; }

    /// <summary>The virtual host's node name.</summary>
    public string? NodeName { get; init; }

    /// <summary>The virtual host's port name.</summary>
    public string? PortName { get; init; }

    internal static StorageAdapter Parse(Element element)
    {
        var type = element.Named("type", StorageAdapterTypeNames.Table, nonZero: true);
        return type switch
        {
            StorageAdapterType.FcHost => new()
            {
                Type = type,
                IsManaged = element.YesNo("managed"),
                Parent = element.Attribute("parent"),
                ParentNodeName = element.Attribute("parent_wwnn"),
                ParentPortName = element.Attribute("parent_wwpn"),
                ParentFabricName = element.Attribute("parent_fabric_wwn"),
                PortName = element.Attribute("wwpn"),
                NodeName = element.Attribute("wwnn"),
            },
            StorageAdapterType.ScsiHost => ParseScsiHost(element),
            _ => ParseUntyped(element),
        };
    }

    /// <summary>Refuses an adapter that says too little or too much.</summary>
    internal void Validate()
    {
        switch (Type)
        {
            case StorageAdapterType.FcHost:
                ValidateFibreChannel();
                break;
            case StorageAdapterType.ScsiHost when Name is null && ParentAddress is null:
                throw StorageError.Xml("Either 'name' or 'parent' must be specified for the 'scsi_host' adapter");
            case StorageAdapterType.ScsiHost when Name is not null && ParentAddress is not null:
                throw StorageError.Xml("Both 'name' and 'parent' cannot be specified for the 'scsi_host' adapter");
            case StorageAdapterType.Default:
                throw StorageError.Xml("missing storage pool source adapter");
        }
    }

    internal void Format(XmlOutput output)
    {
        output.Start("adapter").Attribute("type", StorageAdapterTypeNames.Table[Type]);
        if (Type == StorageAdapterType.FcHost)
        {
            output.Attribute("parent", Parent).Attribute("parent_wwnn", ParentNodeName)
                .Attribute("parent_wwpn", ParentPortName).Attribute("parent_fabric_wwn", ParentFabricName)
                .YesNo("managed", IsManaged).Attribute("wwnn", NodeName).Attribute("wwpn", PortName);
        }
        else if (Name is not null)
        {
            output.Attribute("name", Name);
        }
        else if (ParentAddress is { } address)
        {
            output.Start("parentaddr").Attribute("unique_id", (long?)UniqueId);
            PciAddress.FormatSource(output, address, withType: false);
            output.End();
        }

        output.End();
    }

    private static StorageAdapter ParseScsiHost(Element element)
    {
        var parent = element.Child("parentaddr");
        if (parent is null)
        {
            return new() { Type = StorageAdapterType.ScsiHost, Name = element.Attribute("name") };
        }

        var place = parent.Child("address") ?? throw StorageError.Xml("Missing scsi_host PCI address element");
        return new()
        {
            Type = StorageAdapterType.ScsiHost,
            Name = element.Attribute("name"),
            ParentAddress = PciAddress.Read(place),
            UniqueId = int.TryParse(
                parent.Attribute("unique_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : throw StorageError.Xml("Missing or invalid scsi adapter 'unique_id' value"),
        };
    }

    // Before there were types only a name could be said.
    private static StorageAdapter ParseUntyped(Element element)
    {
        if (element.Attribute("wwnn") is not null || element.Attribute("wwpn") is not null
            || element.Attribute("parent") is not null)
        {
            throw StorageError.Xml(
                "Use of 'wwnn', 'wwpn', and 'parent' attributes requires use of the adapter 'type'");
        }

        if (element.Has("parentaddr"))
        {
            throw StorageError.Xml("Use of 'parentaddr' element requires use of the adapter 'type'");
        }

        var name = element.Attribute("name");
        return new() { Type = name is null ? StorageAdapterType.Default : StorageAdapterType.ScsiHost, Name = name };
    }

    private void ValidateFibreChannel()
    {
        if (NodeName is null || PortName is null)
        {
            throw StorageError.Xml("'wwnn' and 'wwpn' must be specified for adapter type 'fchost'");
        }

        RefuseBadName(NodeName);
        RefuseBadName(PortName);
        if (ParentNodeName is not null && ParentPortName is null)
        {
            throw StorageError.Xml(
                $"when providing parent_wwnn='{ParentNodeName}', the parent_wwpn must also be provided");
        }

        if (ParentNodeName is null && ParentPortName is not null)
        {
            throw StorageError.Xml(
                $"when providing parent_wwpn='{ParentPortName}', the parent_wwnn must also be provided");
        }

        RefuseBadName(ParentNodeName);
        RefuseBadName(ParentPortName);
        RefuseBadName(ParentFabricName);
    }

    private static void RefuseBadName(string? name)
    {
        if (name is not null && !WorldWideName.IsValid(name))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE, $"Malformed wwn: {name}");
        }
    }
}
